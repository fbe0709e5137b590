using Catapult.Kernels.Gpu;
using ILGPU;

namespace Catapult.Tests;

/// <summary>A float, rounded before.</summary>
internal readonly struct EmulatedTf32 : IEmulatedRegister
{
    public static uint Fill(ArrayView<GpuLane32> shared, int place, int pitch, int t, int half) => Tf32Unit.Register(shared, place, pitch, t, half);

    public static float Read(uint register, int k) => Interop.IntAsFloat(register);
}
