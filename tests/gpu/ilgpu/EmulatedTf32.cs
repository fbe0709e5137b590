using Catapult.Kernels.Gpu;
using ILGPU;

namespace Catapult.Tests;

/// <summary>A float, rounded before.</summary>
internal readonly struct EmulatedTf32 : IEmulatedRegister
{
    public static uint Fill(ArrayView<GpuLane32> shared, int place, int pitch, int t, int half) => Tf32Unit.Register(shared, place, pitch, t, half);

    public static Pack4<GpuLane32> MultiplyAdd(Pack2<Pack4<GpuLane32>> left, Pack4<GpuLane32> right, Pack4<GpuLane32> sums)
    {
        Pack4<GpuLane32> first = EmulatedUnit<Tf32Unit, EmulatedTf32>.MultiplyAdd(
            new(Round(left.X.X), Round(left.Y.X), Round(left.X.Y), Round(left.Y.Y)), new(Round(right.X), Round(right.Y)), sums);
        return EmulatedUnit<Tf32Unit, EmulatedTf32>.MultiplyAdd(
            new(Round(left.X.Z), Round(left.Y.Z), Round(left.X.W), Round(left.Y.W)), new(Round(right.Z), Round(right.W)), first);
    }

    public static float Read(uint register, int k) => Interop.IntAsFloat(register);

    private static uint Round(GpuLane32 x) => Interop.FloatAsInt(GpuLane32.ToTf32(x).Value);
}
