namespace Catapult.Kernels.Gpu;

/// <summary>One integer in a register of a GPU thread.</summary>
internal readonly struct GpuInt32(int value) : IGpuElement<GpuInt32>
{
    public readonly int Value = value;

    public static GpuInt32 Const(double x) => new((int)x);

    public static double ToDouble(GpuInt32 x) => x.Value;
}
