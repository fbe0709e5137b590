using System.Xml.Linq;
using Catapult.Cli;
using Catapult.Lab;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Traces, sharpness, optimizers that find their rate, and schedules, through the whole program.</summary>
[Category("Slow"), NonParallelizable, FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class InstrumentsEndToEndTests : IDisposable
{
    private const int BatchSize = 16, StepsPerEpoch = DigitFiles.Train / BatchSize, MlpParameters = 6;

    private readonly TemporaryFolder folder = new();

    public InstrumentsEndToEndTests() => DigitFiles.Write(folder["data"]);

    public void Dispose() => folder.Dispose();

    [Test]
    public void ATraceHasARowAParameterAndStep()
    {
        var run = new RunFolder(folder["run"]);
        Assert.That(Train($"--lr 0.05 --trace 1 --sharpness 5 --out {run.Path}").Code, Is.EqualTo(ExitCode.Success));
        string[] rows = File.ReadAllLines(run["trace.csv"]);
        Assert.That(rows, Has.Length.EqualTo(1 + StepsPerEpoch * MlpParameters));
        Assert.That(rows[0], Is.EqualTo(TraceFile.Header));
        Assert.That(rows[1], Does.StartWith("0,1.weight,"));
        Assert.That(run.Run["sharpness"]!.AsArray().Select(one => (int)one!["step"]!), Is.EqualTo(new[] { 0, 5, 10 }));
        Assert.That(File.ReadAllText(run["report.html"]), Does.Contain("Sharpness").And.Contain("cos(g, m)"));
    }

    [Test]
    public void AResumedTraceIsThatOfTheWholeRun()
    {
        RunFolder whole = new(folder["whole"]), parts = new(folder["parts"]);
        Train($"--lr 0.05 --trace 2 --sharpness 4 --out {whole.Path} --quiet");
        Train($"--lr 0.05 --trace 2 --sharpness 4 --stop-after 6 --out {parts.Path} --quiet");
        Assert.That(ProgramRun.Of($"train --resume {parts.Path} --quiet").Code, Is.EqualTo(ExitCode.Success));
        Assert.That(File.ReadAllText(parts["trace.csv"]), Is.EqualTo(File.ReadAllText(whole["trace.csv"])));
        Assert.That(parts.Run["sharpness"]!.AsArray(), Has.Count.EqualTo(whole.Run["sharpness"]!.AsArray().Count));
    }

    [TestCase("prodigy"), TestCase("d-adaptation")]
    public void WhatFindsItsRateNeedsNoRangeTest(string optimizer)
    {
        var run = new RunFolder(folder["run"]);
        ProgramRun ended = Train($"--optimizer {optimizer} --out {run.Path}");
        Assert.That((ended.Code, ended.Error), Is.EqualTo((ExitCode.Success, "")));
        Assert.That(ended.Output, Does.Contain($"{optimizer} finds its rate by itself").And.Not.Contain("range test"));
        Assert.That(((double)run.Run["max_lr"]!, (bool)run.Run["lr_from_range_test"]!), Is.EqualTo((1.0, false)));
    }

    [TestCase("prodigy"), TestCase("schedule-free-adamw"), TestCase("sam"), TestCase("sophia"), TestCase("muon"), TestCase("lookahead"), TestCase("adan")]
    public void AResumedRunEndsInTheSameBits(string optimizer)
    {
        RunFolder whole = new(folder["whole"]), parts = new(folder["parts"]);
        Train($"--optimizer {optimizer} --lr 0.01 --out {whole.Path} --quiet");
        Train($"--optimizer {optimizer} --lr 0.01 --stop-after 5 --out {parts.Path} --quiet");
        Assert.That(ProgramRun.Of($"train --resume {parts.Path} --quiet").Code, Is.EqualTo(ExitCode.Success));
        Assert.That(parts.Model, Is.EqualTo(whole.Model));
    }

    [Test]
    public void StepsOfSeveralBatchesAreFewerAndClippedOnesDiffer()
    {
        RunFolder plain = new(folder["plain"]), averaged = new(folder["averaged"]), clipped = new(folder["clipped"]);
        Train($"--lr 0.05 --out {plain.Path} --quiet");
        Train($"--lr 0.05 --accumulate 3 --out {averaged.Path} --quiet");
        Train($"--lr 0.05 --clip-norm 0.1 --out {clipped.Path} --quiet");
        Assert.That(((int)averaged.Run["steps"]!, (int)averaged.Run["batches_per_step"]!), Is.EqualTo((StepsPerEpoch / 3, 3)));
        Assert.That(averaged.Metrics, Has.Length.EqualTo(1 + StepsPerEpoch / 3));
        Assert.That(((double)clipped.Run["clip_norm"]!, clipped.Model.SequenceEqual(plain.Model)), Is.EqualTo((0.1, false)));
    }

    [Test]
    public void EveryScheduleIsPrintedAndDrawn()
    {
        foreach (string name in Choices.Schedules)
        {
            string picture = folder[$"{name}.svg"];
            ProgramRun run = ProgramRun.Of($"schedule {name} --lr 0.5 --steps 40 --steps-per-epoch 5 --svg {picture}");
            Assert.That((run.Code, run.Error), Is.EqualTo((ExitCode.Success, "")), name);
            Assert.That(run.Output, Does.Contain("step        0  lr ").And.Contain("step       39  lr "), name);
            Assert.That(XDocument.Load(picture).Descendants().Any(element => element.Name.LocalName == "path"), name);
        }
    }

    [TestCase("schedule cosin", "(did you mean cosine?)")]
    [TestCase("schedule noam --preset torch", "--preset belongs to one-cycle")]
    [TestCase("schedule cosine linear", "takes one NAME and options, and 'linear' is one too many")]
    [TestCase("experiment mup-tranfer", "(did you mean mup-transfer?)")]
    public void AWrongNameIsOneSentence(string arguments, string words)
    {
        ProgramRun run = ProgramRun.Of(arguments);
        Assert.That(run.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(run.Error.TrimEnd().Split('\n'), Has.Length.EqualTo(1).And.All.Contains(words));
    }

    [Test]
    public void ARunOfAnOptimizerThatThisProgramDoesNotKnowIsNotTakenUp()
    {
        var run = new RunFolder(folder["run"]);
        Train($"--lr 0.05 --optimizer adam --stop-after 2 --out {run.Path} --quiet");
        string state = Path.Combine(run.Path, "checkpoint", "state.json");
        File.WriteAllText(state, File.ReadAllText(state).Replace("\"Optimizer\": \"adam\"", "\"Optimizer\": \"mine\"", StringComparison.Ordinal));
        ProgramRun resumed = ProgramRun.Of($"train --resume {run.Path}");
        Assert.That((resumed.Code, resumed.Error.Split('\n').Length), Is.EqualTo((ExitCode.BadInput, 2)));
        Assert.That(resumed.Error, Does.Contain("knows no optimizer 'mine'"));
    }

    [Test]
    public void MissingDataAreMissedBeforeAnythingIsComputed()
    {
        ProgramRun run = ProgramRun.Of($"experiment edge-of-stability --data {folder["nowhere"]} --out {folder["run"]}");
        Assert.That(run.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(run.Output, Is.Empty);
    }

    private ProgramRun Train(string options) =>
        ProgramRun.Of($"train --dataset mnist --data {folder["data"]} --model mlp --batch-size {BatchSize} --epochs 1 --threads 1 {options}");
}
