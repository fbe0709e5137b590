using System.Xml.Linq;

namespace Catapult.Tests;

/// <summary>A project of the solution, by the name of its assembly.</summary>
internal sealed record ProjectFile(string Path)
{
    private readonly XElement xml = XElement.Load(System.IO.Path.Combine(Repository.Root, Path));

    /// <summary>All projects.</summary>
    public static IReadOnlyList<ProjectFile> All { get; } = [.. SourceFile.Find("*.csproj").Select(path => new ProjectFile(path))];

    /// <summary>The folder, from the root.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    /// <summary>Whether it becomes a package.</summary>
    public bool IsLibrary => Property("CatapultLibrary") == "true";

    /// <summary>The folders of the projects that it names itself.</summary>
    public IEnumerable<string> References => xml.Descendants("ProjectReference").Select(reference => System.IO.Path.GetRelativePath(
        Repository.Root,
        System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(System.IO.Path.Combine(Repository.Root, Folder, (string)reference.Attribute("Include")!)))!).Replace('\\', '/'));

    /// <summary>The packages that it names.</summary>
    public IEnumerable<string> Packages => xml.Descendants("PackageReference").Select(reference => (string)reference.Attribute("Include")!);

    /// <summary>The value of a property, where the file states it.</summary>
    public string? Property(string name) => xml.Descendants(name).FirstOrDefault()?.Value;

    public override string ToString() => Folder;
}
