using Catapult.Lab;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The pages of the experiments are those of their committed runs.</summary>
public class ExperimentPageTests
{
    private const string RefreshVariable = "CATAPULT_REFRESH_DOCS";

    private static IEnumerable<string> Names => Committed.Select(record => record.Name);

    /// <summary>The runs under docs/experiments.</summary>
    internal static IEnumerable<ExperimentRecord> Committed =>
        Directory.GetFiles(Path.Combine(Repository.Root, "docs", "experiments"), ExperimentFiles.Record, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(ExperimentRecord.Read);

    [TestCaseSource(nameof(Names))]
    public void PageFollowsFromTheRecord(string name)
    {
        string folder = Path.Combine(Repository.Root, "docs", "experiments", name), page = Path.Combine(folder, ExperimentFiles.Page);
        string text = ExperimentPage.Render(ExperimentRecord.Read(Path.Combine(folder, ExperimentFiles.Record)));
        if (Environment.GetEnvironmentVariable(RefreshVariable) == "1") File.WriteAllText(page, text);
        Assert.That(File.ReadAllText(page), Is.EqualTo(text), $"run this test with {RefreshVariable}=1");
    }

    [TestCaseSource(nameof(Names))]
    public void RecordIsOfTheExperimentAsItStands(string name)
    {
        ExperimentRecord record = Committed.Single(one => one.Name == name);
        Experiment experiment = Experiments.Named(name);
        Assert.That((record.Shows, record.Source, record.Claim), Is.EqualTo((experiment.Shows, experiment.Source, experiment.Claim)), "run it again, or its page says what it does not");
    }
}
