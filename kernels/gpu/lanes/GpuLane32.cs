using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>One float in a register of a GPU thread.</summary>
internal readonly struct GpuLane32(float value) : IGpuLane<GpuLane32>
{
    public readonly float Value = value;

    public static GpuLane32 Const(double x) => new((float)x);

    public static double ToDouble(GpuLane32 x) => x.Value;

    public static GpuLane32 Of(int x) => new(x);

    public static GpuLane32 Inverse(int x) => new(GpuMath32.Inverse(x));

    public static bool Holds(GpuLane32 mask) => mask.Value != 0f;

    public static GpuLane32 Uniform(RandomStream stream, ulong index) => new(stream.UniformSingle(index));

    public static GpuLane32 operator +(GpuLane32 a, GpuLane32 b) => new(a.Value + b.Value);

    public static GpuLane32 operator -(GpuLane32 a, GpuLane32 b) => new(a.Value - b.Value);

    public static GpuLane32 operator -(GpuLane32 a) => new(-a.Value);

    public static GpuLane32 operator *(GpuLane32 a, GpuLane32 b) => new(a.Value * b.Value);

    public static GpuLane32 operator /(GpuLane32 a, GpuLane32 b) => new(a.Value / b.Value);

    public static GpuLane32 operator >(GpuLane32 a, GpuLane32 b) => Mask(a.Value > b.Value);

    public static GpuLane32 operator <(GpuLane32 a, GpuLane32 b) => Mask(a.Value < b.Value);

    public static GpuLane32 operator >=(GpuLane32 a, GpuLane32 b) => Mask(a.Value >= b.Value);

    public static GpuLane32 operator <=(GpuLane32 a, GpuLane32 b) => Mask(a.Value <= b.Value);

    public static GpuLane32 Equal(GpuLane32 a, GpuLane32 b) => Mask(a.Value == b.Value);

    public static GpuLane32 Select(GpuLane32 mask, GpuLane32 yes, GpuLane32 no) => Holds(mask) ? yes : no;

    public static GpuLane32 Sqrt(GpuLane32 x) => new(MathF.Sqrt(x.Value));

    public static GpuLane32 Exp(GpuLane32 x) => new(GpuMath32.Exp(x.Value));

    public static GpuLane32 Expm1(GpuLane32 x) => new(GpuMath32.Expm1(x.Value));

    public static GpuLane32 Log(GpuLane32 x) => new(GpuMath32.Log(x.Value));

    public static GpuLane32 Sin(GpuLane32 x) => new((float)GpuMath64.Sin(x.Value));

    public static GpuLane32 Cos(GpuLane32 x) => new((float)GpuMath64.Cos(x.Value));

    public static GpuLane32 Erf(GpuLane32 x) => new(GpuMath32.Erf(x.Value));

    public static GpuLane32 Abs(GpuLane32 x) => new(MathF.Abs(x.Value));

    // The instructions for the larger and the smaller drop NaN; a sum keeps it.
    public static GpuLane32 Max(GpuLane32 a, GpuLane32 b) => a.Value > b.Value ? a : b.Value >= a.Value ? b : a + b;

    public static GpuLane32 Min(GpuLane32 a, GpuLane32 b) => a.Value < b.Value ? a : b.Value <= a.Value ? b : a + b;

    public static GpuLane32 Pow(GpuLane32 x, double exponent) => exponent == 0.5 ? Sqrt(x) : new((float)GpuMath64.Pow(x.Value, exponent));

    /// <summary>Rounded to the 10 bits of fraction of TF32, ties away from 0, as the instruction of the tensor cores' loads does.</summary>
    public static GpuLane32 ToTf32(GpuLane32 x) =>
        float.IsNaN(x.Value) ? x : new(Interop.IntAsFloat((Interop.FloatAsInt(x.Value) + 0x1000u) & 0xFFFFE000u));

    private static GpuLane32 Mask(bool holds) => new(holds ? 1f : 0f);
}
