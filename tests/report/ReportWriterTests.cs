using System.Text.RegularExpressions;
using System.Xml.Linq;
using Catapult.Cli;
using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

public partial class ReportWriterTests
{
    private string folder = "";

    [SetUp]
    public void CreateFolder() => folder = Directory.CreateTempSubdirectory("catapult-report-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void ThePageNeedsNothingBesidesItself()
    {
        string page = Write(SampleReports.Run());
        XElement root = Parse(page);

        IEnumerable<string> elements = root.Descendants().Select(e => e.Name.LocalName);
        IEnumerable<string> attributes = root.Descendants().Attributes().Select(a => a.Name.LocalName);
        Assert.That(elements, Has.None.AnyOf("script", "link", "img", "iframe", "object", "use"));
        Assert.That(attributes, Has.None.AnyOf("src", "href", "srcset", "action"));
        Assert.That(page, Does.Not.Contain("@import").And.Not.Contain("url("));
        Assert.That(Address().Matches(page).Select(m => m.Value), Is.All.EqualTo("http://www.w3.org/2000/svg"));
    }

    [Test]
    public void ThePageShowsWhatTheReportHolds()
    {
        string text = Parse(Write(SampleReports.Run())).Value;

        string[] parts =
        [
            "resnet8", "Fashion-MNIST", "91.32", "12.4k", "3:23", "1.23M", "700", "valley: 0.0457 (chosen)",
            "best 91.1 %", "stage0.block0.conv.weight", "64 × 3 × 3 × 64", "weight decay",
        ];
        foreach (string part in parts)
            Assert.That(text, Does.Contain(part));
    }

    [Test]
    public void NamesAreEscapedAndMissingMeasurementsAreDashes()
    {
        TrainingReport report = SampleReports.Run() with
        {
            Dataset = "<script>&",
            Layers = [new LayerStatistics { Name = "a<b>&c", Shape = [], Count = 1 }],
            Configuration = [new("<k>", "")],
        };

        string page = Write(report);

        Assert.That(page, Does.Not.Contain("<script").And.Not.Contain("NaN"));
        Assert.That(Parse(page).Value, Does.Contain("a<b>&c").And.Contain("–").And.Contain("<k>"));
        Assert.That(page, Does.Contain("<dd></dd>"), "an empty element keeps its end tag");
    }

    [Test]
    public void ARunWithoutEpochsStepsOrLayersStillHasAPage()
    {
        TrainingReport report = SampleReports.Run() with
        {
            RangeTest = null,
            Epochs = [],
            Layers = [],
            Configuration = [],
            Steps = new StepHistory { LearningRate = [], Loss = [] },
        };

        Assert.That(Parse(Write(report)).Value, Does.Contain("No finite loss was recorded."));
    }

    [Test]
    public void AReportReplacesItsPredecessorAndLeavesNothingBehind()
    {
        string path = Path.Combine(folder, "deep", "report.html");
        ReportWriter.Write(SampleReports.Run(), path);
        ReportWriter.Write(SampleReports.Run() with { Model = "second" }, path);

        Assert.That(File.ReadAllText(path), Does.Contain("second"));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(path)!), Has.Length.EqualTo(1));
    }

    [Test]
    public void AFailureWhileWritingLeavesTheTargetAsItWas()
    {
        string path = Path.Combine(folder, "report.html");
        File.WriteAllText(path, "before");

        Assert.That(
            () => AtomicFile.Write(path, writer =>
            {
                writer.Write("half");
                throw new IOException("disk full");
            }),
            Throws.TypeOf<InputException>().With.Message.Contains("disk full"));
        Assert.That(File.ReadAllText(path), Is.EqualTo("before"));
        Assert.That(Directory.GetFiles(folder), Has.Length.EqualTo(1));
    }

    [Test]
    public void ATargetThatIsAFolderIsBadInput()
    {
        Assert.That(() => ReportWriter.Write(SampleReports.Run(), folder), Throws.TypeOf<InputException>().With.Message.Contains(folder));
        Assert.That(Directory.GetFileSystemEntries(folder), Is.Empty);
    }

    private string Write(TrainingReport report)
    {
        string path = Path.Combine(folder, "report.html");
        ReportWriter.Write(report, path);
        return File.ReadAllText(path);
    }

    private static XElement Parse(string page) => XElement.Parse(page[page.IndexOf("<html", StringComparison.Ordinal)..]);

    [GeneratedRegex(@"https?://[^""'\s<]*")]
    private static partial Regex Address();
}
