using Catapult.Engine;
using Catapult.Optimizers;
using Catapult.Schedules;
using Catapult.Training;
using static Catapult.Lab.ResultText;

namespace Catapult.Lab;

/// <summary>One cycle of high rates against many more steps at low ones: by the number of images, and by weight decay.</summary>
public sealed class SuperConvergence : Experiment
{
    private const double Decay = 1e-4;

    // The highest rate over the lowest one, as in the paper.
    private const double Swing = 30;

    // A net that learned less than this in points over guessing has failed.
    private const double Guess = 0.1, Learned = 0.1;

    /// <inheritdoc/>
    public override string Name => "super-convergence";

    /// <inheritdoc/>
    public override string Shows => "one cycle of high rates against steps; with fewer images; with other weight decays";

    /// <inheritdoc/>
    public override string Source => "Smith and Topin, Super-convergence: very fast training of neural networks using large learning rates, arXiv:1708.07120 (2018), table 1 and figures 5 and 6.";

    /// <inheritdoc/>
    public override string Claim =>
        "ResNet-56 on CIFAR-10 comes to 92.4 % in 10,000 steps under one triangle from 0.1 to 3, where steps from 0.35 come to 91.2 % in 80,000. The gap grows as images become few: with 10,000 of them 80.6 against 71.4 %. "
        + "A cycle wants less weight decay than usual training: at 1e-3 it fails, and at 1e-5 and 1e-6 it loses 4 and 5 points to 1e-4.";

    /// <inheritdoc/>
    public override string? Dataset => "cifar10";

    /// <inheritdoc/>
    public override string Cost(ExperimentScale scale) => scale switch { ExperimentScale.Smoke => "5 s", ExperimentScale.Cpu => "10 min", _ => "12 h on a GPU" };

    /// <inheritdoc/>
    public override ExperimentResult Run(ExperimentContext context)
    {
        var setup = new Setup(
            context.Pick("resnet8", "resnet8", "resnet56"), context.Pick(100, 100, 1000), context.Pick(2L, 800, 10_000), context.Pick(2, 4, 8),
            context.Pick((0.1, 0.2), (1.0, 0.2), (3.0, 0.35)), context.LoadFirst(Dataset!, 50_000));
        int[] counts = context.Pick([200, 100], (int[])[8_000, 2_000], [50_000, 40_000, 30_000, 20_000, 10_000]);
        double[] decays = context.Pick([1e-3], (double[])[1e-3, 1e-5, 1e-6], [1e-3, 1e-5, 1e-6]);
        Contestant[] contestants =
        [
            .. counts.SelectMany(count => (Contestant[])[new($"cycle, {count} images", net => setup.Cycle(count, Decay, net)), new($"steps, {count} images", net => setup.Steps(count, net))]),
            .. decays.Select(decay => new Contestant(FormattableString.Invariant($"cycle, decay {decay}"), net => setup.Cycle(counts[0], decay, net))),
        ];
        IReadOnlyList<Standing> standings = Contest.Run(context, Name, contestants, context.Pick(1, 1, 2));
        return Result(setup, counts, decays, standings);
    }

    private static ExperimentResult Result(Setup setup, int[] counts, double[] decays, IReadOnlyList<Standing> standings)
    {
        Standing[] cycles = [.. counts.Select((_, i) => standings[2 * i])], steps = [.. counts.Select((_, i) => standings[2 * i + 1])];
        Standing[] decayed = [.. standings.Skip(2 * counts.Length)];
        double[] gaps = [.. cycles.Zip(steps, (cycle, step) => cycle.Accuracy - step.Accuracy)];
        double[] losses = [.. decayed.Select(one => cycles[0].Accuracy - one.Accuracy)];
        return new ExperimentResult
        {
            Settings =
            [
                new("data", $"CIFAR-10, the first {string.Join(", ", counts)} images, mirrored and shifted at random; judged on all {setup.Data.Test.Count} test images"),
                new("model", setup.Model),
                new("optimizer", FormattableString.Invariant($"SGD, momentum 0.9, weight decay {Decay} unless stated, batches of {setup.BatchSize}")),
                new("cycle", FormattableString.Invariant($"{setup.Iterations} steps: a line from {setup.Rates.Peak / Swing:G3} to {setup.Rates.Peak} and back")),
                new("steps", FormattableString.Invariant($"{setup.Longer} times as many: {setup.Rates.Usual}, a tenth of it from 5/8 of the run on, a hundredth from 7/8")),
            ],
            Table = new(["policy", .. Contest.Columns], [.. standings.Select(one => (string[])[one.Name, .. one.Cells])]),
            Findings =
            [
                Contest.Beats($"a cycle beats {setup.Longer} times as many usual steps", cycles[0], steps[0]),
                new("the gap grows as images become few", $"larger with {counts[^1]} images than with {counts[0]}", $"{string.Join(", ", gaps.Select((gap, i) => $"{Percent(gap)} points with {counts[i]}"))}", gaps[^1] > gaps[0]),
                new("a large weight decay makes a cycle fail", FormattableString.Invariant($"at {decays[0]} it ends within {100 * Learned} points of guessing, or loses more than any other decay"), $"{Percent(decayed[0].Accuracy)} %", decayed[0].Accuracy <= Guess + Learned || losses[0] > losses.Skip(1).DefaultIfEmpty().Max()),
                new("smaller ones cost accuracy", FormattableString.Invariant($"{string.Join(" and ", decays.Skip(1))} below {Decay}"), string.Join(" and ", decayed.Skip(1).Select(one => $"{Percent(one.Accuracy)} %")) + $" against {Percent(cycles[0].Accuracy)} %", losses.Skip(1).All(loss => loss > 0)),
            ],
            Figures =
            [
                new("error", "Test error along the epochs, with the most images: the cycle's few epochs against the steps' many.", TrainingOutcome.Errors([("cycle", cycles[0].Nets[0]), ("steps", steps[0].Nets[0])])),
                new("images", "Test accuracy over the number of training images.", ByImages(counts, cycles, steps)),
            ],
            Differences =
                "The paper's nets have 56 layers, batches of 1,000 images and 10,000 steps a cycle; at scale cpu the net has 8 layers, batches of 100, and a twelfth of the steps, with a peak that such batches bear. Usual training gets half of the paper's lead in steps. In so few steps neither policy comes near what the net can learn, and the one with four times the steps learns more: the claim is of trainings long enough that more steps do not help. "
                + "How much a net of eight layers gains from high rates is not said in the paper, whose gap shrinks with depth: ResNet-20 gains 1.8 points there. There is one net a row at scale cpu, so differences below a point may be chance.",
        };
    }

    private static Figure ByImages(int[] counts, Standing[] cycles, Standing[] steps)
    {
        double[] x = [.. counts.Select(count => (double)count)];
        return new(new LineChart("", new Axis("training images"), new Axis("test accuracy", "%"),
            [new Series("cycle", x, [.. cycles.Select(one => 100 * one.Accuracy)]), new Series("steps", x, [.. steps.Select(one => 100 * one.Accuracy)], ColorRole.Second)]))
        { Width = 640 };
    }

    private sealed record Setup(string Model, int BatchSize, long Iterations, int Longer, (double Peak, double Usual) Rates, ImageDatasets Data)
    {
        public TrainingCell Cycle(int count, double decay, ulong seed) => Cell(count, Iterations, decay, seed, steps => new GroupSchedule(new Cyclical(Rates.Peak / Swing, Rates.Peak, Math.Max(1, steps / 2), Math.Max(1, steps / 2))));

        public TrainingCell Steps(int count, ulong seed) =>
            Cell(count, Longer * Iterations, Decay, seed, steps => new GroupSchedule(new MultiStepDecay(Rates.Usual, [Math.Max(1, steps * 5 / 8), Math.Max(2, steps * 7 / 8)], 0.1)));

        private TrainingCell Cell(int count, long iterations, double decay, ulong seed, Func<long, GroupSchedule> schedule)
        {
            int images = Math.Min(count, Data.Train.Count), epochs = (int)Math.Max(1, iterations * BatchSize / images);
            return new()
            {
                Model = TrainingCell.Named(Model),
                Data = Data with { Train = Data.Train.Take(images) },
                BatchSize = BatchSize,
                Epochs = epochs,
                Schedule = schedule,
                Optimizer = groups => new Sgd(groups),
                WeightDecay = decay,
                Augmentation = Augmentation.Named("standard", Data.Train),
                JudgeEvery = Math.Max(1, epochs / 5),
                Seed = seed,
            };
        }
    }
}
