using System.Reflection;

namespace Catapult.Ladders;

/// <summary>The source files that the assembly carries: the rungs, and the engine's kernels that they lead to.</summary>
public static class RungSource
{
    private static readonly Assembly Home = typeof(RungSource).Assembly;

    private static readonly ILookup<string, string> ByType = Home.GetManifestResourceNames().ToLookup(path => Path.GetFileNameWithoutExtension(path).Split('.')[0]);

    /// <summary>The path of the file that declares a type, from the root of the repository. Of a type in parts: of the part that is named after them all.</summary>
    /// <exception cref="InvalidOperationException">No file carries that name, or several.</exception>
    public static string PathOf(string file) => Home.GetManifestResourceNames().SingleOrDefault(path => Path.GetFileNameWithoutExtension(path) == file)
        ?? ByType[file].SingleOrDefault() ?? throw new InvalidOperationException($"No one source file is called {file}.cs.");

    /// <summary>The text of a file.</summary>
    public static string Read(string path)
    {
        using Stream stream = Home.GetManifestResourceStream(path) ?? throw new InvalidOperationException($"The source {path} is not carried along.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
