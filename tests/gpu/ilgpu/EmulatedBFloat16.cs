using Catapult.Kernels.Gpu;
using ILGPU;

namespace Catapult.Tests;

/// <summary>Two neighbours in depth, the first in the lower half, rounded to nearest and to even.</summary>
internal readonly struct EmulatedBFloat16 : IEmulatedRegister
{
    public static uint Fill(ArrayView<GpuLane32> shared, int place, int pitch, int t, int half)
    {
        int first = place + (2 * t + half * 8) * pitch;
        return Round(shared[first]) | Round(shared[first + pitch]) << 16;
    }

    public static float Read(uint register, int k) => Interop.IntAsFloat(k % 2 == 0 ? register << 16 : register & 0xFFFF0000u);

    private static uint Round(GpuLane32 x)
    {
        uint bits = Interop.FloatAsInt(x.Value);
        return bits + 0x7FFFu + (bits >> 16 & 1u) >> 16;
    }
}
