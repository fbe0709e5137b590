using Catapult.Kernels.Gpu;
using ILGPU;

namespace Catapult.Tests;

/// <summary>Two neighbours in depth, the first in the lower half, rounded to nearest and to even.</summary>
internal readonly struct EmulatedBFloat16 : IEmulatedRegister
{
    public static uint Fill(ArrayView<GpuLane32> shared, int place, int pitch, int t, int half)
    {
        int first = place + (2 * t + half * 8) * pitch;
        return Pair(shared[first], shared[first + pitch]);
    }

    public static Pack4<GpuLane32> MultiplyAdd(Pack2<Pack4<GpuLane32>> left, Pack4<GpuLane32> right, Pack4<GpuLane32> sums) =>
        EmulatedUnit<BFloat16Unit, EmulatedBFloat16>.MultiplyAdd(
            new(Pair(left.X.X, left.X.Y), Pair(left.Y.X, left.Y.Y), Pair(left.X.Z, left.X.W), Pair(left.Y.Z, left.Y.W)),
            new(Pair(right.X, right.Y), Pair(right.Z, right.W)), sums);

    public static float Read(uint register, int k) => Interop.IntAsFloat(k % 2 == 0 ? register << 16 : register & 0xFFFF0000u);

    private static uint Pair(GpuLane32 first, GpuLane32 second) => Round(first) | Round(second) << 16;

    private static uint Round(GpuLane32 x)
    {
        uint bits = Interop.FloatAsInt(x.Value);
        return bits + 0x7FFFu + (bits >> 16 & 1u) >> 16;
    }
}
