namespace Catapult.Kernels.Gpu;

/// <summary>One double in a register of a GPU thread.</summary>
internal readonly struct GpuLane64(double value) : IGpuLane<GpuLane64>
{
    public readonly double Value = value;

    public static GpuLane64 Const(double x) => new(x);

    public static double ToDouble(GpuLane64 x) => x.Value;

    public static GpuLane64 Of(int x) => new(x);

    public static GpuLane64 Inverse(int x) => new(1.0 / x);

    public static bool Holds(GpuLane64 mask) => mask.Value != 0.0;

    public static GpuLane64 Uniform(RandomStream stream, ulong index) => new(stream.Uniform(index));

    public static GpuLane64 operator +(GpuLane64 a, GpuLane64 b) => new(a.Value + b.Value);

    public static GpuLane64 operator -(GpuLane64 a, GpuLane64 b) => new(a.Value - b.Value);

    public static GpuLane64 operator -(GpuLane64 a) => new(-a.Value);

    public static GpuLane64 operator *(GpuLane64 a, GpuLane64 b) => new(a.Value * b.Value);

    public static GpuLane64 operator /(GpuLane64 a, GpuLane64 b) => new(a.Value / b.Value);

    public static GpuLane64 operator >(GpuLane64 a, GpuLane64 b) => Mask(a.Value > b.Value);

    public static GpuLane64 operator <(GpuLane64 a, GpuLane64 b) => Mask(a.Value < b.Value);

    public static GpuLane64 operator >=(GpuLane64 a, GpuLane64 b) => Mask(a.Value >= b.Value);

    public static GpuLane64 operator <=(GpuLane64 a, GpuLane64 b) => Mask(a.Value <= b.Value);

    public static GpuLane64 Equal(GpuLane64 a, GpuLane64 b) => Mask(a.Value == b.Value);

    public static GpuLane64 Select(GpuLane64 mask, GpuLane64 yes, GpuLane64 no) => Holds(mask) ? yes : no;

    public static GpuLane64 Sqrt(GpuLane64 x) => new(Math.Sqrt(x.Value));

    public static GpuLane64 Exp(GpuLane64 x) => new(GpuMath64.Exp(x.Value));

    public static GpuLane64 Expm1(GpuLane64 x) => new(GpuMath64.Expm1(x.Value));

    public static GpuLane64 Log(GpuLane64 x) => new(GpuMath64.Log(x.Value));

    public static GpuLane64 Sin(GpuLane64 x) => new(GpuMath64.Sin(x.Value));

    public static GpuLane64 Cos(GpuLane64 x) => new(GpuMath64.Cos(x.Value));

    public static GpuLane64 Abs(GpuLane64 x) => new(Math.Abs(x.Value));

    // The instructions for the larger and the smaller drop NaN; a sum keeps it.
    public static GpuLane64 Max(GpuLane64 a, GpuLane64 b) => a.Value > b.Value ? a : b.Value >= a.Value ? b : a + b;

    public static GpuLane64 Min(GpuLane64 a, GpuLane64 b) => a.Value < b.Value ? a : b.Value <= a.Value ? b : a + b;

    public static GpuLane64 Pow(GpuLane64 x, double exponent) => exponent == 0.5 ? Sqrt(x) : new(GpuMath64.Pow(x.Value, exponent));

    private static GpuLane64 Mask(bool holds) => new(holds ? 1.0 : 0.0);
}
