using Catapult.Cli;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

[TestFixture]
public sealed class ResumeOptionsTests
{
    private static readonly TrainOptions Earlier = new()
    {
        Dataset = "mnist",
        DataFolder = "d",
        Model = "lenet",
        LearningRate = 0.2,
        Epochs = 7,
        Threads = 5,
        Seed = 9,
        Device = "reference",
        StopAfter = 10,
        Quiet = true,
        Out = "first",
        Download = true,
    };

    [Test]
    public void AContinuedRunKeepsItsOptionsExceptWhatIsTheCommandLinesOwn()
    {
        TrainOptions given = Invocation.Train("--resume first --threads 2");
        TrainOptions merged = OptionTables.Train.Continue(given, Earlier);
        TrainOptions expected = Earlier with
        {
            Resume = "first",
            Threads = 2,
            StopAfter = null,
            Quiet = false,
            Out = null,
            Download = false,
            Augment = Earlier.AugmentOrDefault,
            Momentum = Earlier.MomentumOrDefault,
            WeightDecay = Earlier.WeightDecayOrDefault,
            Given = given.Given,
        };
        Assert.That(merged, Is.EqualTo(expected));
    }

    [Test]
    public void AContinuedRunMayMoveToAnotherDeviceAndDataFolder()
    {
        TrainOptions merged = OptionTables.Train.Continue(Invocation.Train("--resume first --device cpu --data e"), Earlier);
        Assert.That((merged.Device, merged.DataFolder), Is.EqualTo(("cpu", "e")));
    }

    [TestCaseSource(nameof(FixedOptions))]
    public void WhatTheRunSettlesCannotBeGivenWithResume(string option)
    {
        Invocation run = Invocation.Of($"train --resume first {option}");
        Assert.That(run.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(run.Error, Does.StartWith($"{option.Split(' ')[0]} is settled by the run").And.Contain("leave it out"));
    }

    [Test]
    public void TheRangeTestStartsFromARunInMidTraining()
    {
        LrFindOptions merged = OptionTables.LrFind.Continue(Invocation.LrFind("--resume first --max-lr 2"), new LrFindOptions(Earlier));
        Assert.That((merged.Model, merged.Dataset, merged.Seed, merged.MaxLearningRate), Is.EqualTo(("lenet", "mnist", 9UL, 2.0)));
    }

    [Test]
    public void MergedOptionsAreCheckedAgain()
    {
        TrainOptions given = Invocation.Train("--resume first --download");
        Assert.That(() => OptionTables.Train.Continue(given, Earlier with { Dataset = "glyphs" }),
            Throws.TypeOf<InputException>().With.Message.Contain("--download has nothing to fetch"));
    }

    private static IEnumerable<string> FixedOptions() =>
    [
        "--dataset mnist", "--model mlp", "--lr 0.1", "--epochs 3", "--steps 9", "--batch-size 64", "--seed 2", "--optimizer adam", "--preset torch",
        "--dtype float64",
    ];
}
