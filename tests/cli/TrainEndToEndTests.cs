using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Catapult.Cli;
using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary><c>catapult train</c> from its arguments to its files.</summary>
[Category("Slow"), NonParallelizable, FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class TrainEndToEndTests : IDisposable
{
    private const int BatchSize = 16;

    private const int StepsPerEpoch = DigitFiles.Train / BatchSize;

    private const int Steps = 30;

    private static readonly string[] Files = ["checkpoint", "metrics.csv", "model.safetensors", "report.html", "run.json", "trace.csv"];

    private static readonly string[] RequiredKeys =
    [
        "dataset", "model", "parameters", "device", "dtype", "threads", "seed", "optimizer", "schedule", "max_lr", "epochs", "steps", "batch_size",
        "images_per_second", "wall_seconds", "peak_memory_bytes", "gc_allocated_bytes_per_step",
    ];

    private readonly TemporaryFolder folder = new();

    public TrainEndToEndTests() => DigitFiles.Write(folder["data"]);

    private RunFolder First => new(folder["first"]);

    private RunFolder Second => new(folder["second"]);

    public void Dispose() => folder.Dispose();

    [Test]
    public void ARunLeavesItsFiles()
    {
        ProgramRun run = Train($"--lr 0.05 --threads 1 --seed 9 --out {First.Path}");
        Assert.That((run.Code, run.Error), Is.EqualTo((ExitCode.Success, "")));
        Assert.That(First.Entries, Is.EqualTo(Files));
        JsonNode json = First.Run;
        Assert.That(RequiredKeys.Where(key => json[key] is null), Is.Empty);
        Assert.That(((string?)json["dataset"], (string?)json["model"], (int)json["parameters"]!), Is.EqualTo(("mnist", "mlp", 669_706)));
        Assert.That(((int)json["threads"]!, (int)json["seed"]!, (int)json["steps"]!, (int)json["batch_size"]!), Is.EqualTo((1, 9, Steps, BatchSize)));
        Assert.That(((double)json["max_lr"]!, (string?)json["optimizer"], (string?)json["schedule"]), Is.EqualTo((0.05, "sgd", "one-cycle")));
        Assert.That((double)json["final"]!["test_accuracy"]!, Is.InRange(0, 1));
        Assert.That((double)json["final"]!["train_loss"]!, Is.Positive);
        Assert.That(new[] { (double)json["images_per_second"]!, (double)json["wall_seconds"]!, (double)json["peak_memory_bytes"]! }, Is.All.Positive);
        Assert.That(json["epoch_results"]!.AsArray(), Has.Count.EqualTo((int)json["epochs"]!));
    }

    [Test]
    public void TheMetricsHaveOneRowAStep()
    {
        Train($"--lr 0.05 --out {First.Path} --quiet");
        string[] rows = File.ReadAllLines(First["metrics.csv"]);
        Assert.That(rows[0], Is.EqualTo("step,epoch,lr,momentum,loss,grad_norm,images_per_second"));
        double[][] values = [.. rows.Skip(1).Select(row => row.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray())];
        Assert.That(values.Select(row => row[0]), Is.EqualTo(Enumerable.Range(0, Steps)));
        Assert.That(values.Select(row => row[1]), Is.EqualTo(Enumerable.Range(0, Steps).Select(step => 1 + step / StepsPerEpoch)));
        Assert.That(values, Is.All.Matches<double[]>(row => row is { Length: 7 } && row.All(double.IsFinite)));
        Assert.That(values.Max(row => row[2]), Is.EqualTo(0.05).Within(0.001));
        Assert.That(values.Min(row => row[3]), Is.EqualTo(0.85).Within(0.01), "momentum runs against the rate");
    }

    [Test]
    public void TheReportIsOneWellFormedPage()
    {
        Train($"--out {First.Path} --quiet");
        string page = File.ReadAllText(First["report.html"]);
        XElement html = XDocument.Parse(page[page.IndexOf("<html", StringComparison.Ordinal)..]).Root!;
        Assert.That(html.Descendants().Count(element => element.Name.LocalName == "svg" && (string?)element.Attribute("class") != "curves"), Is.GreaterThan(3));
        Assert.That(html.Value, Does.Contain("cycle peak").And.Contain("Test accuracy").And.Contain("--batch-size"));
        Assert.That(page, Does.Not.Contain("src=").And.Not.Contain("href="));
        Assert.That((bool)First.Run["lr_from_range_test"]!);
    }

    [Test]
    public void QuietPrintsTheFinalLineOnly()
    {
        ProgramRun run = Train($"--lr 0.05 --out {First.Path} --quiet");
        Assert.That(run.Output.TrimEnd().Split('\n'), Has.Length.EqualTo(1).And.All.StartsWith("done: test accuracy "));
    }

    [Test]
    public void PipedProgressNamesModelEpochsAndReport()
    {
        ProgramRun run = Train($"--lr 0.05 --out {First.Path}");
        Assert.That(run.Output, Does.Contain("mlp (669,706 parameters) on mnist (192 + 40 images)").And.Contain("epoch 1/3: test accuracy").And.Contain($"report {First["report.html"]}"));
        Assert.That(run.Output, Does.Not.Contain("\u001b"));
    }

    [TestCase("--lr 0.05", 7)]
    [TestCase("--lr 0.002 --optimizer adamw --schedule constant", StepsPerEpoch)]
    [TestCase("--lr 0.002 --optimizer nadam --dtype float64", 7)]
    [TestCase("--augment strong", 17)]
    public void StoppedAndResumedIsTheRunThatWasNotStopped(string options, int stop)
    {
        Train($"{options} --threads 2 --out {First.Path} --quiet");
        ProgramRun stopped = Train($"{options} --stop-after {stop} --out {Second.Path} --quiet");
        Assert.That(stopped.Code, Is.EqualTo(ExitCode.Success));
        Assert.That(stopped.Output, Does.StartWith($"step {stop} of {Steps}"));
        Assert.That((int)Second.Run["steps_done"]!, Is.EqualTo(stop));
        Assert.That(Second.Metrics, Has.Length.EqualTo(1 + stop));
        Resume("");
        AssertSameRun(First, Second);
    }

    [Test]
    public void ManyStopsChangeNothing()
    {
        Train($"--lr 0.05 --out {First.Path} --quiet");
        Train($"--lr 0.05 --stop-after 1 --out {Second.Path} --quiet");
        Resume("--stop-after 13");
        Resume("--stop-after 24");
        Resume("");
        AssertSameRun(First, Second);
    }

    [Test]
    public void RowsOfStepsBehindTheCheckpointAreCut()
    {
        Train($"--lr 0.05 --out {First.Path} --quiet");
        Train($"--lr 0.05 --stop-after 7 --out {Second.Path} --quiet");
        File.AppendAllText(Second["metrics.csv"], "7,1,0.1,0.9,2.3,1.0,100\n8,1,0.1,0.");
        Resume("");
        AssertSameRun(First, Second);
    }

    [Test]
    public void ARunResumedIntoAnotherFolderIsWholeThere()
    {
        Train($"--lr 0.05 --out {First.Path} --quiet");
        Train($"--lr 0.05 --stop-after 7 --out {Second.Path} --quiet");
        byte[] stopped = Second.Model;
        var third = new RunFolder(folder["third"]);
        Resume($"--out {third.Path}");
        AssertSameRun(First, third);
        Assert.That(third.Entries, Is.EqualTo(Files));
        Assert.That(Second.Model, Is.EqualTo(stopped), "the folder resumed from stays as it was");
        Assert.That(Second.Metrics, Has.Length.EqualTo(1 + 7));
    }

    [Test]
    public void AStopBeforeTheCheckpointIsRefused()
    {
        Train($"--lr 0.05 --stop-after 7 --out {Second.Path} --quiet");
        ProgramRun run = ProgramRun.Of($"train --resume {Second.Path} --stop-after 6 --quiet");
        Assert.That((run.Code, run.Output), Is.EqualTo((ExitCode.BadInput, "")));
        Assert.That(run.Error, Does.StartWith("--stop-after 6 lies before step 7"));
    }

    [Test]
    public void AFinishedRunResumedStaysWhatItIs()
    {
        Train($"--lr 0.05 --out {Second.Path} --quiet");
        byte[] model = Second.Model;
        string[] metrics = Second.Metrics;
        Resume("");
        Assert.That(Second.Model, Is.EqualTo(model));
        Assert.That(Second.Metrics, Is.EqualTo(metrics));
    }

    [TestCase("cpu", 0)]
    [TestCase("reference", 3)]
    public void DoublesArePartOfEveryRecord(string device, int stop)
    {
        string options = $"--dtype float64 --steps 4 --limit 64 --lr 0.05 --device {device}";
        ProgramRun run = Train($"{options} --out {First.Path} {(stop > 0 ? $"--stop-after {stop}" : "")} --quiet");
        Assert.That((run.Code, run.Error), Is.EqualTo((ExitCode.Success, "")));
        Assert.That((string?)First.Run["dtype"], Is.EqualTo("float64"));
        Assert.That(File.ReadAllText(First["report.html"]), Does.Match(@"--dtype</dt>\s*<dd>float64"));
        foreach (string file in new[] { "model.safetensors", "checkpoint/model.safetensors", "checkpoint/optimizer.safetensors" })
            Assert.That(Safetensors.Read(First[file]).Entries.Select(entry => entry.Type), Is.Not.Empty.And.All.EqualTo(DType.Float64), file);
    }

    [Test]
    public void AResumedRunKeepsItsDoubles()
    {
        Train($"--dtype float64 --lr 0.05 --stop-after 7 --out {Second.Path} --quiet");
        ProgramRun run = ProgramRun.Of($"train --resume {Second.Path} --dtype float32");
        Assert.That((run.Code, run.Output), Is.EqualTo((ExitCode.BadInput, "")));
        Assert.That(run.Error, Does.StartWith("--dtype is settled by the run"));
        Resume("");
        Assert.That((string?)Second.Run["dtype"], Is.EqualTo("float64"));
    }

    [Test]
    public void AnOptimizerWithoutMomentumHasNoneInItsRecord()
    {
        Train($"--optimizer adagrad --lr 0.01 --steps 4 --out {First.Path} --quiet");
        Assert.That(First.Run["momentum"], Is.Null);
        Assert.That(First.Metrics.Skip(1).Select(row => row.Split(',')[3]), Is.All.EqualTo("0"));
    }

    [Test]
    public void ADivergenceIsOneSentenceAndNoResult()
    {
        ProgramRun run = Train($"--lr 1e6 --out {First.Path} --quiet");
        AssertDiverged(run, "no checkpoint");
        Assert.That(First.Entries, Does.Not.Contain("run.json").And.Not.Contain("report.html").And.Not.Contain("model.safetensors"));
    }

    [Test]
    public void ADivergenceNamesTheLastGoodCheckpoint()
    {
        Train($"--lr 0.05 --stop-after 3 --out {Second.Path} --quiet");
        string weights = Second["checkpoint/model.safetensors"];
        byte[] bytes = File.ReadAllBytes(weights);
        BitConverter.TryWriteBytes(bytes.AsSpan(bytes.Length - 4), float.NaN);
        File.WriteAllBytes(weights, bytes);
        AssertDiverged(ProgramRun.Of($"train --resume {Second.Path} --quiet"), "checkpoint is that of step 3");
    }

    [Test]
    public void ASmallRunAllocatesLittleAStep()
    {
        Train($"--steps 300 --lr 0.01 --out {First.Path} --quiet");
        Assert.That((long)First.Run["gc_allocated_bytes_per_step"]!, Is.InRange(0, 100_000));
    }

    private ProgramRun Train(string options)
    {
        string steps = options.Contains("--steps") ? "" : $"--steps {Steps}", threads = options.Contains("--threads") ? "" : "--threads 1";
        return ProgramRun.Of($"train --dataset mnist --data {folder["data"]} --model mlp {steps} {threads} --batch-size {BatchSize} {options}");
    }

    private void Resume(string options)
    {
        ProgramRun run = ProgramRun.Of($"train --resume {Second.Path} --threads 1 --quiet {options}");
        Assert.That((run.Code, run.Error), Is.EqualTo((ExitCode.Success, "")));
    }

    private static void AssertSameRun(RunFolder expected, RunFolder actual)
    {
        Assert.That(actual.Model, Is.EqualTo(expected.Model));
        Assert.That(actual.Metrics, Is.EqualTo(expected.Metrics));
        foreach (string key in new[] { "max_lr", "steps", "steps_done", "epochs", "final", "epoch_results" })
            Assert.That(JsonNode.DeepEquals(actual.Run[key], expected.Run[key]), $"{key}: {actual.Run[key]} instead of {expected.Run[key]}");
    }

    private static void AssertDiverged(ProgramRun run, string checkpoint)
    {
        Assert.That(run.Code, Is.EqualTo(ExitCode.Failure));
        Assert.That(run.Error.TrimEnd().Split('\n'), Has.Length.EqualTo(1));
        Assert.That(run.Error, Does.Match(@"diverged at step \d+").And.Match(@"learning rate \d").And.Contain(checkpoint).And.Contain("--lr"));
        Assert.That(run.Output, Is.Empty);
    }
}
