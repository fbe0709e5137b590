using System.Text.Json;

namespace Catapult.Tests;

/// <summary>Reads a file of reference values.</summary>
internal static class GoldenFile
{
    /// <summary>All cases of a file in the folder of reference values.</summary>
    public static IReadOnlyList<T> Load<T>(string name)
    {
        string path = Path.Combine(Repository.Goldens, name);
        return JsonSerializer.Deserialize<List<T>>(File.ReadAllText(path)) ?? throw new InvalidDataException($"{path} holds no cases.");
    }
}
