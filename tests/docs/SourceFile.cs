namespace Catapult.Tests;

/// <summary>A file of the repository.</summary>
/// <param name="Path">Relative to the root, with forward slashes.</param>
internal sealed record SourceFile(string Path)
{
    private static readonly string[] GeneratedFolders = [".git", "bin", "obj", "runs", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];

    /// <summary>The file's name up to its first dot.</summary>
    public string TypeName => System.IO.Path.GetFileName(Path).Split('.')[0];

    /// <summary>The contents.</summary>
    public string Text => File.ReadAllText(System.IO.Path.Combine(Repository.Root, Path));

    /// <summary>The paths of all files that match, from the root, without what builds and runs leave.</summary>
    public static IEnumerable<string> Find(string pattern) => Find(new DirectoryInfo(Repository.Root), pattern)
        .Select(file => System.IO.Path.GetRelativePath(Repository.Root, file.FullName).Replace('\\', '/'));

    public override string ToString() => Path;

    private static IEnumerable<FileInfo> Find(DirectoryInfo folder, string pattern) => folder.EnumerateFiles(pattern).Concat(
        folder.EnumerateDirectories().Where(sub => !GeneratedFolders.Contains(sub.Name)).SelectMany(sub => Find(sub, pattern)));
}
