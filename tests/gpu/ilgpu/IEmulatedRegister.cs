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

    /// <summary>One block of <see cref="IPipelinedUnit{S}.MultiplyAdd"/>, by as many instructions as its sixteen depths take.</summary>
    static abstract Pack4<GpuLane32> MultiplyAdd(Pack2<Pack4<GpuLane32>> left, Pack4<GpuLane32> right, Pack4<GpuLane32> sums);
}
