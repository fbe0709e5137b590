using System.Text.RegularExpressions;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Holds the projects to the picture in docs/architecture.md, and the files to the rules of the house.</summary>
public partial class ArchitectureTests
{
    private const int MostLines = 300;

    /// <summary>Where each file is the part of Tensor that one operation makes, and is called after the operation.</summary>
    private const string Operations = "engine/autograd/ops/";

    /// <summary>The arrows of the picture: what each project may name itself. Tests, benchmarks and examples may name anything.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["schedules"] = [],
        ["kernels/core"] = [],
        ["kernels/gpu"] = ["kernels/core"],
        ["engine"] = ["kernels/core"],
        ["optimizers"] = ["engine"],
        ["training"] = ["optimizers", "schedules"],
        ["lab"] = ["training"],
        ["ladders"] = ["kernels/gpu", "optimizers"],
        ["cli"] = ["lab", "ladders"],
    };

    /// <summary>What is no point of this project, and whose: compiling for GPUs, and the linear algebra of instruments.</summary>
    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["kernels/gpu"] = ["ILGPU", "ILGPU.Algorithms"],
        ["ladders"] = ["ILGPU"],
        ["lab"] = ["MathNet.Numerics", "System.Numerics.Tensors"],
    };

    private static readonly string[] FreeProjects = ["tests", "benchmarks", "examples/own-optimizer"];

    private static IEnumerable<string> Sources => SourceFile.Find("*.cs").Where(path => !path.StartsWith("tests/", StringComparison.Ordinal));

    [Test]
    public void EveryProjectIsInThePictureAndInTheSolution()
    {
        string solution = File.ReadAllText(Path.Combine(Repository.Root, "Engine.sln")).Replace('\\', '/');
        Assert.Multiple(() =>
        {
            Assert.That(ProjectFile.All.Select(project => project.Folder), Is.EquivalentTo(Arrows.Keys.Concat(FreeProjects)));
            Assert.That(ProjectFile.All.Where(project => !solution.Contains($"\"{project.Path}\"", StringComparison.Ordinal)), Is.Empty, "missing in Engine.sln");
        });
    }

    [Test]
    public void NoArrowRunsBackUp() => Assert.Multiple(() =>
    {
        foreach (ProjectFile project in ProjectFile.All.Where(project => !FreeProjects.Contains(project.Folder)))
            Assert.That(project.References, Is.SubsetOf(Arrows[project.Folder]), $"references of {project}");
        foreach (ProjectFile project in ProjectFile.All.Where(project => project.Folder != "tests"))
            Assert.That(project.References.Intersect(FreeProjects), Is.Empty, $"{project} rests on tests, benchmarks or examples");
    });

    [Test]
    public void LibrariesRestOnTheirOwnPackagesOnly() => Assert.Multiple(() =>
    {
        foreach (ProjectFile project in ProjectFile.All.Where(project => project.IsLibrary))
            Assert.That(project.Packages, Is.SubsetOf(Packages.GetValueOrDefault(project.Folder, [])), $"packages of {project}");
    });

    [Test]
    public void LibrariesAreDescribed() => Assert.Multiple(() =>
    {
        Assert.That(ProjectFile.All.Where(project => project.IsLibrary).Select(project => project.Folder), Is.EquivalentTo(Arrows.Keys.Except(["cli"])));
        foreach (ProjectFile project in ProjectFile.All.Where(project => project.IsLibrary))
            Assert.That(project.Property("Description"), Is.Not.Null.And.Not.Empty, $"the description of {project}");
    });

    [TestCaseSource(nameof(Sources))]
    public void FileHoldsOneTypeAndFitsTheEye(string path)
    {
        var file = new SourceFile(path);
        string[] types = [.. TopLevelType().Matches(file.Text).Select(match => match.Groups["name"].Value)];
        Assert.Multiple(() =>
        {
            Assert.That(file.Text.Count(c => c == '\n'), Is.LessThan(MostLines), "lines");
            Assert.That(types, Has.Length.LessThanOrEqualTo(1), "top-level types");
            Assert.That(types, Is.All.EqualTo(path.StartsWith(Operations, StringComparison.Ordinal) && types.Contains("Tensor") ? "Tensor" : file.TypeName),
                "the type's name is the file's, up to its first dot");
        });
    }

    /// <summary>A home folder, a temporary folder of a machine, or a drive: what a project that others clone cannot rely on.</summary>
    [Test]
    public void NothingNamesPlacesOfOneMachine() => Assert.That(
        new[] { "*.cs", "*.csproj", "*.props", "*.targets", "*.md", "*.json" }.SelectMany(SourceFile.Find).Where(path => MachinePath().IsMatch(new SourceFile(path).Text)), Is.Empty);

    [GeneratedRegex(@"^(?:(?:public|internal|file|static|sealed|abstract|readonly|unsafe|partial|ref)\s+)*(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?|delegate\s+\S+)\s+(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"(?<![\w.:/])/(?:home|root|Users|work|tmp)/\w|\b[A-Z]:\\\\?\w")]
    private static partial Regex MachinePath();
}
