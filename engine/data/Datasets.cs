using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>The data sets by name.</summary>
public static class Datasets
{
    private static readonly string[] Digits = [.. Enumerable.Range(0, 10).Select(digit => $"{digit}")];

    private static readonly string[] Garments =
        ["T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"];

    /// <summary>The names that <see cref="Load"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["glyphs", "mnist", "fashion-mnist", "cifar10"];

    /// <summary>Where a data set is looked for, and downloaded to, when no folder is given: data/name.</summary>
    public static string DefaultFolder(string name) => Path.Combine("data", name);

    /// <summary>Draws or reads a data set.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="folder">The folder that holds its files; <see cref="DefaultFolder"/> when null. Glyphs need none.</param>
    /// <param name="seed">Which glyphs are drawn; the others do not depend on it.</param>
    /// <param name="threads">How many threads draw glyphs; all processors when null.</param>
    /// <exception cref="InputException">The name is unknown, or the files are missing or damaged.</exception>
    public static ImageDatasets Load(string name, string? folder = null, ulong seed = 0, int? threads = null)
    {
        if (name == "glyphs") return Glyphs.Generate(seed, threads: threads);
        if (!Names.Contains(name)) throw Unknown(name);
        string path = folder ?? DefaultFolder(name);
        if (!Path.Exists(path))
            throw new InputException($"{path}: there is no such folder; fetch it with train --dataset {name} --download, or point --data to {Needs(name)}.");
        return name switch
        {
            "mnist" => IdxReader.ReadFolder(path, name, Digits),
            "fashion-mnist" => IdxReader.ReadFolder(path, name, Garments, mirrorKeepsLabel: true),
            _ => Cifar10.Read(path),
        };
    }

    internal static InputException Unknown(string name) =>
        new($"The data set '{name}' is unknown; choose one of {string.Join(", ", Names)}.");

    private static string Needs(string name) =>
        "a folder that holds " + string.Join(", ", DownloadSource.Of(name).Files.Select(file => file.Name));
}
