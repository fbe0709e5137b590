using System.Reflection;

namespace Catapult.Ladders;

/// <summary>The source files that the assembly carries: the rungs, and the engine's kernels that they lead to.</summary>
public static class RungSource
{
    private static readonly Assembly Home = typeof(RungSource).Assembly;

    /// <summary>The path of a file, from the root of the repository.</summary>
    /// <param name="name">Its name without ending, with as many folders before it as make it the only one.</param>
    /// <exception cref="InvalidOperationException">No file carries that name, or several.</exception>
    public static string PathOf(string name)
    {
        string[] paths = [.. Home.GetManifestResourceNames().Where(path => path.EndsWith($"/{name}.cs", StringComparison.Ordinal))];
        return paths is [var path] ? path : throw new InvalidOperationException($"{paths.Length} source files are called {name}.cs.");
    }

    /// <summary>The text of a file.</summary>
    public static string Read(string path)
    {
        using Stream stream = Home.GetManifestResourceStream(path) ?? throw new InvalidOperationException($"The source {path} is not carried along.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
