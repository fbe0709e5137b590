using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

public abstract partial class BackendContract
{
    /// <summary>Two steps of a dozen roundings each.</summary>
    private const double UpdateUlps = 32;

    private static readonly double[] UpdateCoefficients = [0.1, 0.9, 0.75, 0.01, 0, 0, 0, 0, 0, 0, 0, 0.05];

    /// <summary>None, every length, around vector widths in no order; and one that threads share.</summary>
    private static readonly int[][] Raggeds =
    [
        [], [0], [1], [1, 0, 2, 7, 8, 9, 15, 16, 17, 31, 33, 64, 257, 1000, 4099, 3], Lengths, [3, 50_021, 1, 20_011, 5],
    ];

    [Test]
    public void UpdateOfNoSlot([Floats] DType type) => CheckUpdate<SampleRules.NoSlot>(type);

    [Test]
    public void UpdateOfOneSlot([Floats] DType type) => CheckUpdate<SampleRules.OneSlot>(type);

    [Test]
    public void UpdateOfTwoSlots([Floats] DType type) => CheckUpdate<SampleRules.TwoSlots>(type);

    [Test]
    public void UpdateOfThreeSlots([Floats] DType type) => CheckUpdate<SampleRules.ThreeSlots>(type);

    [Test]
    public void UpdateTakesAsFewCoefficientsAsGiven([Floats] DType type) => Check("one coefficient", type, UpdateUlps, rig =>
    {
        var w = rig.Operand(Samples.Uniform(1, 37));
        rig.Backend.Update<SampleRules.NoSlot>([0.1], [new(w, rig.Operand(Samples.Uniform(2, 37)), null, null, null)]);
        return [w];
    });

    [Test]
    public void UpdateKeepsNaNAndInfinityInTheirElement([Floats] DType type)
    {
        foreach (int length in (int[])[1, 2, 7, 16, 37, LongestTail])
            foreach (double value in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity])
            {
                double[] gradient = Poisoned(length, value);
                CheckStep<SampleRules.NoSlot>(type, gradient);
                CheckStep<SampleRules.OneSlot>(type, gradient);
                CheckStep<SampleRules.TwoSlots>(type, gradient);
                CheckStep<SampleRules.ThreeSlots>(type, gradient);
            }
    }

    [Test]
    public void UpdateOfTargetsThatShareAGradient([Floats] DType type) => Check("a shared gradient", type, UpdateUlps, rig =>
    {
        UpdateTarget first = Target<SampleRules.OneSlot>(rig, 37, 1), second = Target<SampleRules.OneSlot>(rig, 37, 10);
        second = second with { Gradients = first.Gradients };
        rig.Backend.Update<SampleRules.OneSlot>(UpdateCoefficients, [first, second]);
        return [.. Written(first), .. Written(second)];
    });

    [Test]
    public void UpdateBehindAGate([Floats] DType type)
    {
        foreach (double gate in (double[])[1.5, 0, -1e300, double.NaN, double.PositiveInfinity, double.NegativeInfinity])
            Check($"update behind a gate of {gate}", type, double.IsFinite(gate) ? UpdateUlps : 0, rig =>
            {
                UpdateTarget[] targets = [Target<SampleRules.TwoSlots>(rig, 37, 1), Target<SampleRules.TwoSlots>(rig, 300, 10)];
                rig.Backend.Update<SampleRules.TwoSlots>(UpdateCoefficients, targets, rig.Operand([gate], DType.Float64));
                return [.. targets.SelectMany(Written)];
            });
    }

    private void CheckStep<R>(DType type, double[] gradient) where R : struct, IUpdateRule =>
        Check($"{typeof(R).Name} over {gradient.Length} with a gradient of {gradient[gradient.Length / 2]}", type, UpdateUlps, rig =>
        {
            var target = Target<R>(rig, gradient.Length, 1) with { Gradients = rig.Operand(gradient) };
            rig.Backend.Update<R>(UpdateCoefficients, [target]);
            return [.. Written(target)];
        });

    private void CheckUpdate<R>(DType type) where R : struct, IUpdateRule
    {
        foreach (int[] lengths in Raggeds)
            Check($"{typeof(R).Name} over {lengths.Length} tensors", type, UpdateUlps, rig =>
            {
                UpdateTarget[] targets = [.. lengths.Select((length, i) => Target<R>(rig, length, 10 * i))];
                for (int step = 0; step < 2; step++) rig.Backend.Update<R>(UpdateCoefficients, targets);
                return [.. targets.SelectMany(Written)];
            });
    }

    private static IEnumerable<DeviceBuffer> Written(UpdateTarget target) =>
        ((DeviceBuffer?[])[target.Weights, target.Slot0, target.Slot1, target.Slot2]).OfType<DeviceBuffer>();

    /// <summary>Gradients and states away from 0, so that no rule amplifies rounding.</summary>
    private static UpdateTarget Target<R>(Rig rig, int length, int seed) where R : struct, IUpdateRule
    {
        return new(rig.Operand(Samples.Uniform(seed, length)), rig.Operand(Samples.Uniform(seed + 1, length, 0.25, 1)), Slot(0), Slot(1), Slot(2));

        DeviceBuffer? Slot(int index) => index < R.Slots ? rig.Operand(Samples.Uniform(seed + 2 + index, length, 0.25, 1)) : null;
    }
}
