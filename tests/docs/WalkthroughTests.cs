using Catapult.Cli;
using Catapult.Lab;
using Catapult.Ladders;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The walkthroughs tell of the code as it stands: their changes are lines of the files, their pictures and the files' heads follow from the committed races.</summary>
public class WalkthroughTests
{
    private const string RefreshVariable = "CATAPULT_REFRESH_DOCS";

    private static IEnumerable<Ladder> Ladders => AllLadders.All;

    private static IEnumerable<TestCaseData> MeasuredRungs =>
        from ladder in AllLadders.All.Where(ladder => !ladder.IsGpu)
        from rung in ladder.All
        select new TestCaseData(ladder, rung).SetArgDisplayNames(ladder.Name, rung.Name);

    private static bool Refreshes => Environment.GetEnvironmentVariable(RefreshVariable) == "1";

    [TestCaseSource(nameof(Ladders))]
    public void PageWalksAllRungs(Ladder ladder)
    {
        string text = Page(ladder).Text;
        int place = 0;
        foreach (Rung rung in ladder.Rungs)
        {
            int heading = text.IndexOf($"\n### `{rung.Name}`", StringComparison.Ordinal);
            Assert.That(heading, Is.GreaterThan(place), $"a section for {rung}, in the order of the rungs");
            place = heading;
        }
        foreach (string part in ladder.IsGpu ? (string[])[$"begin:ladder-{ladder}"] : [$"begin:ladder-{ladder}", $"begin:floors-{ladder}", $"images/{ladder}.svg", $"images/{ladder}-roofline.svg"])
            Assert.That(text, Does.Contain(part));
        Assert.That(text, Does.Contain("## Exercise").And.Contains($"catapult kernel check {ladder}/exercise").And.Contains(Path.GetFileName(ladder.Exercise.File)));
    }

    [TestCaseSource(nameof(Ladders))]
    public void ChangesAreLinesOfTheFiles(Ladder ladder)
    {
        IReadOnlyList<CodeChange> changes = Page(ladder).CodeChanges;
        Assert.That(changes, Has.Count.GreaterThanOrEqualTo(ladder.Rungs.Count - 1), "a change for each rung but the first");
        foreach (CodeChange change in changes) Assert.That(change.StrayLines, Is.Empty, $"lines of {change.From} -> {change.To} that stand in neither file");
    }

    [TestCaseSource(nameof(MeasuredRungs))]
    public void HeadSaysWhatWasMeasured(Ladder ladder, Rung rung)
    {
        string path = Path.Combine(Repository.Root, rung.File), measured = LadderTable.Measured(ladder, rung);
        string[] lines = File.ReadAllLines(path);
        if (Refreshes) File.WriteAllText(path, string.Join('\n', lines.Select(line => line.StartsWith(RungHeader.MeasuredStart, StringComparison.Ordinal) ? $"{RungHeader.MeasuredStart}{measured}</para>" : line)) + "\n");
        Assert.That(RungHeader.Parse(File.ReadAllText(path)).Measured, Is.EqualTo(measured), $"run this test with {RefreshVariable}=1");
    }

    [TestCaseSource(nameof(MeasuredRungs))]
    public void RungIsFasterOrSaysWhyNot(Ladder ladder, Rung rung)
    {
        if (rung == ladder.Exercise) return;
        RaceResult race = LadderTable.Race(ladder);
        double? factor = race.Factor(race.Lines.Single(line => line.Rung == rung.Name));
        Assert.That(factor is null or > 1 || rung.Header.NotFaster is not null, $"{ladder}/{rung} is {factor:F2} times the rung before, and its head has no line 'Not faster:'");
    }

    [TestCaseSource(nameof(Ladders))]
    public void PicturesAreOfTheCommittedRaces(Ladder ladder)
    {
        if (ladder.IsGpu) return;
        RaceResult race = LadderTable.Race(ladder);
        foreach ((string name, Picture picture) in ((string, Picture)[])[($"{ladder}.svg", StaircaseChart.Create(race)), ($"{ladder}-roofline.svg", RooflineChart.Create(race)!)])
        {
            string path = Path.Combine(Repository.Root, "docs", "walkthroughs", "images", name);
            if (Refreshes) File.WriteAllText(path, picture.ToStandalone());
            Assert.That(File.ReadAllText(path), Is.EqualTo(picture.ToStandalone()), $"run this test with {RefreshVariable}=1");
        }
    }

    private static MarkdownPage Page(Ladder ladder) => new($"docs/walkthroughs/{ladder}.md");
}
