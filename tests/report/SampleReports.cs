using Catapult.Cli;
using Catapult.Lab;

namespace Catapult.Tests;

/// <summary>Made-up runs that look like real ones: noisy losses, one-cycle schedules, a diverging range test.</summary>
internal static class SampleReports
{
    public static TrainingReport Run(int steps = 500, int epochs = 5, int layers = 26)
    {
        Random random = new(1);
        double[] loss = [.. Enumerable.Range(0, steps).Select(i =>
            (2.3 * Math.Exp(-8.0 * i / steps) + 0.05 + 0.25 * Math.Exp(-3.0 * i / steps)) * Math.Exp(0.25 * Normal(random)))];
        return new TrainingReport
        {
            Dataset = "Fashion-MNIST",
            Model = "resnet8",
            Summary = "catapult train --model resnet8 --schedule one-cycle --epochs 5 --seed 1",
            Headline = new HeadlineFigures
            {
                TestAccuracy = 0.9132,
                TrainLoss = 0.0712,
                ImagesPerSecond = 12_431,
                WallSeconds = 203.4,
                Parameters = 1_227_594,
                PeakMemoryBytes = 734_003_200,
            },
            RangeTest = RangeTest(),
            Steps = new StepHistory
            {
                LearningRate = [.. Enumerable.Range(0, steps).Select(i => OneCycle(i, steps, 0.016, 0.4, 1e-6))],
                Momentum = [.. Enumerable.Range(0, steps).Select(i => OneCycle(i, steps, 0.95, 0.85, 0.95))],
                Loss = loss,
            },
            Epochs = [.. Enumerable.Range(1, epochs).Select(e => Epoch(e, Math.Exp(1 - e)))],
            Layers = [.. Enumerable.Range(0, layers).Select(i => Layer(i, random))],
            Configuration =
            [
                new("dataset", "Fashion-MNIST"), new("model", "resnet8"),
                new("optimizer", "SGD, Nesterov"), new("learning rate", "0.4 (from the range test: valley)"),
                new("schedule", "one-cycle, 30 % warm-up, cosine"), new("momentum", "0.95 → 0.85 → 0.95"),
                new("weight decay", "5e-4"), new("batch size", "512"),
                new("epochs", "5"), new("seed", "1"),
                new("augmentation", "random crop 4, horizontal flip"), new("backend", "CPU, 16 threads, AVX2"),
            ],
        };
    }

    public static RangeTestCurve RangeTest(int steps = 200, bool diverges = true)
    {
        Random random = new(2);
        double[] rate = [.. Enumerable.Range(0, steps).Select(i => 1e-5 * Math.Pow(1e6, (double)i / (steps - 1)))];
        double[] clean = [.. rate.Select(lr => 0.6 + 1.7 / (1 + Math.Pow(lr / 0.02, 1.3)) + (diverges ? Math.Pow(lr / 1.2, 3) : 0))];
        double[] raw = [.. clean.Select((l, i) => diverges && i > 0.97 * steps ? double.NaN : l * Math.Exp(0.06 * Normal(random)))];
        double[] smoothed = Smoothing.Exponential(raw, 0.9);
        double[] slope = [.. smoothed.Select((l, i) => i == 0 ? double.NaN : (l - smoothed[i - 1]) / Math.Log(rate[i] / rate[i - 1]))];
        return new RangeTestCurve
        {
            LearningRate = rate,
            Loss = raw,
            SmoothedLoss = smoothed,
            LossSlope = Smoothing.Exponential(slope, 0.8),
            Suggestions =
            [
                new("steepest", 0.0331, false, "where the smoothed loss falls fastest"),
                new("valley", 0.0457, true, "two thirds into the longest descent"),
                new("minimum ÷ 10", 0.0692, false, "a tenth of the rate at the lowest loss"),
            ],
        };
    }

    private static EpochResult Epoch(int epoch, double gap) => new(epoch, 0.9132 - 0.12 * gap, 0.26 + 0.3 * gap);

    private static LayerStatistics Layer(int i, Random random)
    {
        int[] shape = (i % 3) switch { 0 => [64 << (i / 9), 3, 3, 64], _ => [64 << (i / 9)] };
        string part = (i % 3) switch { 0 => "conv.weight", 1 => "norm.scale", _ => "norm.shift" };
        double ratio = 1e-3 * Math.Exp(0.9 * Normal(random));
        return new LayerStatistics
        {
            Name = $"stage{i / 6}.block{i / 3 % 2}.{part}",
            Shape = shape,
            Count = shape.Aggregate(1L, (a, b) => a * b),
            GradientNorm = 0.2 * Math.Exp(Normal(random)),
            WeightNorm = 8 * Math.Exp(Normal(random)),
            FirstRatio = ratio * 8,
            MedianRatio = ratio * 2,
            LastRatio = i == 7 ? 0 : ratio,
        };
    }

    private static double OneCycle(int step, int steps, double start, double peak, double end)
    {
        double up = 0.3 * steps;
        return step < up ? Cosine(start, peak, step / up) : Cosine(peak, end, (step - up) / (steps - 1 - up));
    }

    private static double Cosine(double from, double to, double t) => from + (to - from) * (1 - Math.Cos(Math.PI * t)) / 2;

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
