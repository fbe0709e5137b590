using System.Globalization;
using Catapult.Cli;
using Catapult.Optimizers;
using NUnit.Framework;

namespace Catapult.Tests;

[TestFixture]
public sealed class OptionParsingTests
{
    [Test]
    public void TrainWithoutOptionsIsTheDefaultRun()
    {
        TrainOptions options = Invocation.Train("");
        Assert.That(options, Is.EqualTo(new TrainOptions()));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((options.Dataset, options.Model, options.BatchSize), Is.EqualTo(("glyphs", "resnet8", 128)));
            Assert.That((options.Optimizer, options.MomentumOrDefault, options.Nesterov), Is.EqualTo(("sgd", 0.9, true)));
            Assert.That((options.WeightDecayOrDefault, options.NoDecayOnNormsAndBiases), Is.EqualTo((5e-4, false)));
            Assert.That((options.LearningRate, options.Schedule, options.Preset), Is.EqualTo(((double?)null, "one-cycle", "torch")));
            Assert.That((options.Device, options.ElementType), Is.EqualTo(("cpu", "float32")));
            Assert.That((options.Threads, options.Seed), Is.EqualTo((Environment.ProcessorCount, 1UL)));
            Assert.That((options.EpochsOrDefault, options.AugmentOrDefault), Is.EqualTo((2, "none")));
            Assert.That(options.Given, Is.Empty);
        }
    }

    [Test]
    public void LrFindWithoutOptionsSweepsFromTheSmallestToTheLargestRate()
    {
        LrFindOptions options = Invocation.LrFind("");
        Assert.That((options.MinLearningRate, options.MaxLearningRate, options.Iterations), Is.EqualTo((1e-4, 10.0, 150)));
        Assert.That(options, Is.EqualTo(new LrFindOptions()));
    }

    [Test]
    public void EveryTrainOptionReachesItsProperty()
    {
        TrainOptions options = Invocation.Train(
            "--dataset cifar10 --data d --download --download-from http://localhost:1/x --model mlp --batch-size 7 --limit 9 --augment strong "
            + "--label-smoothing 0.1 --optimizer sgd --momentum 0.8 --nesterov false --momentum-form lr-inside --weight-decay 0 "
            + "--no-decay-on-norms-and-biases --schedule one-cycle --preset fastai --lr 3e-2 --steps 11 --stop-after 5 --accumulate 2 --clip-norm 1.5 --trace 4 --sharpness 6 --device reference "
            + "--dtype float64 --precision tf32 --threads 3 --seed 18446744073709551615 --out o --quiet");
        var expected = new TrainOptions
        {
            Dataset = "cifar10",
            DataFolder = "d",
            Download = true,
            DownloadFrom = new Uri("http://localhost:1/x"),
            Model = "mlp",
            BatchSize = 7,
            Limit = 9,
            Augment = "strong",
            LabelSmoothing = 0.1,
            Optimizer = "sgd",
            Momentum = 0.8,
            Nesterov = false,
            MomentumForm = "lr-inside",
            WeightDecay = 0,
            NoDecayOnNormsAndBiases = true,
            Schedule = "one-cycle",
            Preset = "fastai",
            LearningRate = 0.03,
            Steps = 11,
            StopAfter = 5,
            Accumulate = 2,
            ClipNorm = 1.5,
            Trace = 4,
            Sharpness = 6,
            Device = "reference",
            ElementType = "float64",
            Precision = "tf32",
            Threads = 3,
            Seed = ulong.MaxValue,
            Out = "o",
            Quiet = true,
        };
        Assert.That(options with { Given = expected.Given }, Is.EqualTo(expected));
        Assert.That(options.Given, Is.EquivalentTo(OptionTables.Train.Rows.Select(row => row.Name).Except(["--epochs", "--resume"])));
    }

    [Test]
    public void EveryLrFindOptionReachesItsProperty()
    {
        LrFindOptions options = Invocation.LrFind("--min-lr 0.001 --max-lr 3 --iterations 50 --linear --validate --layers --out o");
        var expected = new LrFindOptions
        {
            MinLearningRate = 0.001,
            MaxLearningRate = 3,
            Iterations = 50,
            Linear = true,
            Validate = true,
            Layers = true,
            Out = "o",
            Given = options.Given,
        };
        Assert.That(options, Is.EqualTo(expected));
    }

    [Test]
    public void ValuesMayFollowAnEqualsSign() => Assert.That(Invocation.Train("--lr=0.5 --epochs=2").LearningRate, Is.EqualTo(0.5));

    [Test]
    public void AutoIsARateThatIsGivenButUnknown()
    {
        TrainOptions options = Invocation.Train("--lr auto");
        Assert.That(options.LearningRate, Is.Null);
        Assert.That(options.Given, Is.EquivalentTo(["--lr"]));
    }

    [Test]
    public void NumbersAreInTheInvariantCulture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "." } };
        try
        {
            Assert.That(Invocation.Train("--lr 0.25").LearningRate, Is.EqualTo(0.25));
            Assert.That(Invocation.Of("train --lr 0,25").Code, Is.EqualTo(ExitCode.BadInput));
            Assert.That(Invocation.Of("train --help").Output, Does.Contain("0.9 for the others."));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void EveryDatasetHasDefaults()
    {
        foreach (string dataset in Choices.Datasets)
            Assert.That(Choices.Augmentations, Does.Contain(Invocation.Train($"--dataset {dataset}").AugmentOrDefault));
        Assert.That(Invocation.Train("--dataset cifar10").EpochsOrDefault, Is.EqualTo(5));
    }

    [TestCase("sgd", 0.9, 5e-4)]
    [TestCase("adam", 0.9, 0)]
    [TestCase("adamw", 0.9, 0.01)]
    [TestCase("rmsprop", 0.9, 0)]
    [TestCase("adagrad", null, 0)]
    public void MomentumAndWeightDecayFollowTheOptimizer(string optimizer, double? momentum, double decay)
    {
        TrainOptions options = Invocation.Train($"--optimizer {optimizer}");
        Assert.That((options.MomentumOrDefault, options.WeightDecayOrDefault), Is.EqualTo((momentum, decay)));
    }

    [Test]
    public void EveryOptimizerIsMade()
    {
        Assert.That(Choices.Optimizers, Is.EqualTo(new[]
        {
            "sgd", "adam", "adamw", "amsgrad", "rmsprop", "adagrad", "adadelta", "adamax", "nadam", "radam", "adabelief", "lion", "lars", "lamb",
            "adan", "muon", "sophia", "schedule-free-sgd", "schedule-free-adamw", "prodigy", "d-adaptation", "sam", "lookahead",
        }));
        Assert.That(Choices.Optimizers.Select(name => NamedOptimizer.Of(name).Create([]).Description), Is.Unique);
    }

    [Test]
    public void ResultsGoToAFolderNamedAfterTheRun()
    {
        var now = new DateTime(2024, 3, 9, 7, 5, 2);
        Assert.That(new TrainOptions { Dataset = "mnist", Model = "lenet" }.OutOrDefault(now),
            Is.EqualTo(Path.Combine("runs", "20240309-070502-mnist-lenet")));
        Assert.That(new TrainOptions { Resume = "r" }.OutOrDefault(now), Is.EqualTo("r"));
        Assert.That(new TrainOptions { Resume = "r", Out = "o" }.OutOrDefault(now), Is.EqualTo("o"));
    }
}
