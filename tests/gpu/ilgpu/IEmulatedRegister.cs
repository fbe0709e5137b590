using Catapult.Kernels.Gpu;
using ILGPU;

namespace Catapult.Tests;

/// <summary>How an emulated matrix unit keeps elements in a register.</summary>
internal interface IEmulatedRegister
{
    /// <summary>As <see cref="IMatrixUnit.Register"/>.</summary>
    static abstract uint Fill(ArrayView<GpuLane32> shared, int place, int pitch, int t, int half);

    /// <summary>The element of depth k.</summary>
    static abstract float Read(uint register, int k);
}
