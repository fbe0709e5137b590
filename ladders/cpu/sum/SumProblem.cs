using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>y = the sum of x (N).</summary>
internal sealed unsafe class SumProblem : CpuProblem
{
    private readonly DeviceBuffer x, y;

    public SumProblem(CpuBackend engine, int length) : base(engine)
    {
        Length = length;
        (x, y) = (Normal(length), Empty(1));
    }

    /// <summary>Elements.</summary>
    public int Length { get; }

    public float* X => At(x);

    /// <summary>Where the sum goes.</summary>
    public float* Y => At(y);

    public override string Shape => $"N = {Length}";

    protected override double Roundings => SumRoundings(Length);

    /// <summary>The engine's own kernel, on some of its threads.</summary>
    public void Sum(CpuBackend on) => on.Reduce(new Sum(), new ReduceGeometry(1, Length, 1), x, y);

    public override void Restore() => Spoil(y);

    public override float[] Results() => Read(y);

    protected override double[] Expected() => Specify(Read(x));

    protected override double[] Magnitudes(double[] expected) => Specify(Absolute(Read(x)));

    private double[] Specify(float[] elements) =>
        Specify(1, (reference, operand, results) => reference.Reduce(new Sum(), new ReduceGeometry(1, Length, 1), operand(elements), results));
}
