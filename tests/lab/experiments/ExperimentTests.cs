using System.Xml.Linq;
using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Lab;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Every experiment runs at its smallest scale and leaves whole files; the quick ones reproduce their claims.</summary>
public class ExperimentTests
{
    private static IEnumerable<string> Names => Experiments.All.Select(experiment => experiment.Name);

    [TestCaseSource(nameof(Names))]
    public void SmokeRunLeavesWholeFiles(string name)
    {
        using var folder = new TemporaryFolder();
        Experiment experiment = Experiments.Named(name);
        var lines = new List<string>();
        ExperimentResult result = experiment.Run(Context(ExperimentScale.Smoke) with { Folder = folder.Path, Report = lines.Add });
        var record = ExperimentRecord.Of(experiment, Context(ExperimentScale.Smoke), "test", seconds: 1, result);
        ExperimentFiles.Write(folder.Path, record, result);

        Assert.That(result.Findings, Is.Not.Empty);
        Assert.That(result.Table.Rows, Is.Not.Empty.And.All.Count.EqualTo(result.Table.Columns.Count));
        foreach (ExperimentFigure figure in result.Figures)
            Assert.That(XDocument.Load(folder[$"{figure.Name}.svg"]).Descendants().Any(element => element.Name.LocalName is "path" or "rect" && !element.Attributes().Any(one => one is { Name.LocalName: "class", Value: "surface" })), $"{figure.Name} shows curves or cells");
        ExperimentRecord read = ExperimentRecord.Read(folder[ExperimentFiles.Record]);
        Assert.That(ExperimentPage.Render(read), Is.EqualTo(File.ReadAllText(folder[ExperimentFiles.Page])), "the page follows from the record");
        Assert.That(File.ReadAllText(folder[ExperimentFiles.Page]), Does.Contain(read.Claim).And.Contain(read.Source).And.Contain(record.Verdict[1..]));
    }

    [Test]
    public void LinearCatapultHasItsPhases() =>
        Assert.That(new CatapultLinear().Run(Context(ExperimentScale.Cpu)).Findings.Where(finding => !finding.Holds).Select(finding => finding.What), Is.Empty);

    [Test]
    public void AStoppedExperimentLeavesNoRecord()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.That(() => new CatapultLinear().Run(Context(ExperimentScale.Smoke) with { Folder = folder.Path, Cancel = stop.Token }), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Directory.EnumerateFileSystemEntries(folder.Path), Is.Empty);
    }

    [Test]
    public void NamesAreToldApart()
    {
        Assert.That(Names, Is.Unique.And.All.Match("^[a-z0-9]+(-[a-z0-9]+)*$"));
        Assert.That(() => Experiments.Named("edge"), Throws.TypeOf<InputException>().With.Message.Contains("edge-of-stability"));
    }

    [TestCase(new[] { true, true }, "reproduced")]
    [TestCase(new[] { true, false }, "partly reproduced")]
    [TestCase(new[] { false, false }, "not reproduced")]
    public void VerdictCountsTheClaimsThatHold(bool[] holds, string verdict)
    {
        var result = new ExperimentResult
        {
            Settings = [],
            Table = new(["a"], [["1"]]),
            Figures = [],
            Differences = "none",
            Findings = [.. holds.Select(one => new Finding("claim", "expected", "measured", one))],
        };
        Assert.That(ExperimentRecord.Of(new CatapultLinear(), Context(ExperimentScale.Cpu), "test", 1, result).Verdict, Is.EqualTo(verdict));
        Assert.That(ExperimentRecord.Of(new CatapultLinear(), Context(ExperimentScale.Smoke), "test", 1, result).Verdict, Does.StartWith("no verdict"), "a small run says nothing");
        Assert.That(
            ExperimentRecord.Of(new CatapultLinear(), Context(ExperimentScale.Cpu) with { RateFactor = 2 }, "test", 1, result).Verdict, Does.StartWith("no verdict"), "nor one at other rates");
    }

    /// <summary>Small data for any experiment.</summary>
    internal static ExperimentContext Context(ExperimentScale scale) => new(scale, threads => new CpuBackend(threads), Threads: 2)
    {
        Load = name => name == "cifar10" ? new(SmallData.Dataset(200, side: 32, channels: 3), SmallData.Dataset(20, side: 32, channels: 3)) : Glyphs.Generate(seed: 2, train: 200, test: 20),
    };
}
