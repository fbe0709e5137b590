using System.Text.Json.Nodes;
using System.Xml.Linq;
using Catapult.Cli;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary><c>catapult lr-find</c> from its arguments to its files.</summary>
[Category("Slow"), NonParallelizable, FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LrFindEndToEndTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public LrFindEndToEndTests() => DigitFiles.Write(folder["data"]);

    private string Shared => $"--dataset mnist --data {folder["data"]} --model mlp --batch-size 16 --threads 1";

    private RunFolder Out => new(folder["out"]);

    private JsonNode Json => JsonNode.Parse(File.ReadAllText(Out["lr-find.json"]))!;

    public void Dispose() => folder.Dispose();

    [Test]
    public void ASweepLeavesItsCurveAndItsPicture()
    {
        ProgramRun run = ProgramRun.Of($"lr-find {Shared} --max-lr 3 --iterations 60 --out {Out.Path} --quiet");
        Assert.That((run.Code, run.Error), Is.EqualTo((ExitCode.Success, "")));
        Assert.That(Out.Entries, Is.EqualTo(new[] { "lr-find.json", "lr-find.svg" }));
        double[] suggestions = [.. new[] { "steepest", "valley", "minimum_over_10" }.Select(key => (double)Json["suggestions"]![key]!)];
        Assert.That(suggestions, Is.All.InRange(1e-5, 3));
        JsonArray rates = Json["curve"]!["lr"]!.AsArray();
        Assert.That((double)rates[0]!, Is.EqualTo(1e-4).Within(1e-12));
        Assert.That(new[] { "loss", "smoothed_loss", "slope" }.Select(key => Json["curve"]![key]!.AsArray().Count), Is.All.EqualTo(rates.Count));
        Assert.That(Json["curve"]!["accuracy"], Is.Null);
        Assert.That(XDocument.Load(Out["lr-find.svg"]).Root!.Name.LocalName, Is.EqualTo("svg"));
        Assert.That(run.Output, Does.Contain("steepest").And.Contain("valley").And.Contain("minimum ÷ 10").And.Contain("lr-find.svg"));
    }

    [Test]
    public void SeveralStartsGiveABandAndCurvatureGivesPhases()
    {
        ProgramRun run = ProgramRun.Of($"lr-find {Shared} --max-lr 3 --iterations 60 --seeds 3 --phases --out {Out.Path} --quiet");
        Assert.That((run.Code, run.Error), Is.EqualTo((ExitCode.Success, "")));
        double[] peaks = [.. Json["cycle_peaks"]!.AsArray().Select(peak => (double)peak!)];
        Assert.That(peaks, Has.Length.EqualTo(3).And.Unique);
        double curvature = (double)Json["phases"]!["curvature"]!;
        Assert.That((double)Json["phases"]!["lazy_below"]!, Is.EqualTo(2 / curvature).Within(1e-12));
        Assert.That(run.Output, Does.Contain("cycle peaks of the 3 starts").And.Contain("2 / λ"));
        Assert.That(File.ReadAllText(Out["lr-find.svg"]), Does.Contain("each start").And.Contain("median, smoothed").And.Contain("12 / λ"));
        Assert.That(new LrFindOptions { Seeds = 2, Resume = "run" }.Check, Throws.TypeOf<InputException>().With.Message.Contains("--seeds 2 makes fresh models"));
    }

    [Test]
    public void ASweepRunsInDoubles()
    {
        ProgramRun run = ProgramRun.Of($"lr-find {Shared} --dtype float64 --optimizer radam --iterations 5 --out {Out.Path} --quiet");
        Assert.That((run.Code, run.Error), Is.EqualTo((ExitCode.Success, "")));
        Assert.That((string?)Json["dtype"], Is.EqualTo("float64"));
        // The mean loss of a batch in float32 would be a float.
        Assert.That(Numbers("loss"), Has.Some.Matches<double>(loss => loss != (float)loss));
    }

    [Test]
    public void ValidateReadsTheAccuracyAsWell()
    {
        ProgramRun.Of($"lr-find {Shared} --min-lr 0.001 --max-lr 0.1 --linear --iterations 12 --validate --out {Out.Path} --quiet");
        double[] rates = Numbers("lr"), accuracies = Numbers("accuracy");
        Assert.That(rates[1] - rates[0], Is.EqualTo(0.009).Within(1e-12));
        Assert.That(accuracies, Has.Length.EqualTo(rates.Length).And.All.InRange(0, 1));
        double peak = rates[Array.IndexOf(accuracies, accuracies.Max())];
        Assert.That((double)Json["suggestions"]!["smith_maximum"]!, Is.EqualTo(peak));
        Assert.That((double)Json["suggestions"]!["smith_minimum"]!, Is.EqualTo(peak / 1000));
    }

    [Test]
    public void ARunInMidTrainingIsSweptFromItsCheckpointAndGoesOnUnchanged()
    {
        string first = folder["first"], second = folder["second"];
        ProgramRun.Of($"train {Shared} --lr 0.05 --steps 20 --out {first} --quiet");
        ProgramRun.Of($"train {Shared} --lr 0.05 --steps 20 --stop-after 9 --out {second} --quiet");
        ProgramRun run = ProgramRun.Of($"lr-find --resume {second} --iterations 12 --out {Out.Path} --quiet");
        Assert.That((run.Code, run.Error, (int)Json["first_step"]!), Is.EqualTo((ExitCode.Success, "", 9)));
        ProgramRun.Of($"train --resume {second} --quiet");
        Assert.That(new RunFolder(second).Model, Is.EqualTo(new RunFolder(first).Model));
    }

    private double[] Numbers(string key) => [.. Json["curve"]![key]!.AsArray().Select(number => (double)number!)];
}
