using Catapult.Kernels;
using Catapult.Kernels.Gpu;
using ILGPU;

namespace Catapult.Ladders;

/// <summary>y = the sum of x (N) in a GPU's memory.</summary>
internal sealed class GpuSumProblem : GpuProblem
{
    private readonly DeviceBuffer x, y, partials, others;

    public GpuSumProblem(GpuBackend backend, int length) : base(backend)
    {
        Length = length;
        (x, y) = (Normal(length), Empty(1));
        (partials, others) = (Empty(Parts(length, Launcher.GroupSize)), Empty(Parts(Parts(length, Launcher.GroupSize), Launcher.GroupSize)));
    }

    /// <summary>Elements.</summary>
    public int Length { get; }

    public ArrayView<float> X => View(x);

    /// <summary>Where the sum goes.</summary>
    public ArrayView<float> Y => View(y);

    public override string Shape => $"N = {Length}";

    protected override double Roundings => SumRoundings(Length);

    /// <summary>The engine's own kernel.</summary>
    public void Sum() => Engine.Reduce(new Sum(), new ReduceGeometry(1, Length, 1), x, y);

    /// <summary>Launches a kernel that leaves a sum for each group, again on these sums, until one is left.</summary>
    /// <param name="perGroup">Elements that a group sums.</param>
    /// <param name="launch">Launches it, given elements, their number, where the sums go, and the number of groups.</param>
    public void Levels(int perGroup, Action<ArrayView<float>, int, ArrayView<float>, int> launch)
    {
        ArrayView<float> from = X;
        for (int length = Length, level = 0; ; level++)
        {
            int groups = Parts(length, perGroup);
            ArrayView<float> to = groups == 1 ? Y : View(level % 2 == 0 ? partials : others);
            launch(from, length, to, groups);
            if (groups == 1) return;
            (from, length) = (to, groups);
        }
    }

    public override void Restore() => Engine.Fill(y, double.NaN);

    public override float[] Results() => Read(y);

    protected override double[] Expected() => Specify(Read(x));

    protected override double[] Magnitudes(double[] expected) => Specify(Absolute(Read(x)));

    private double[] Specify(float[] elements) =>
        Specify(1, (reference, operand, results) => reference.Reduce(new Sum(), new ReduceGeometry(1, Length, 1), operand(elements), results));
}
