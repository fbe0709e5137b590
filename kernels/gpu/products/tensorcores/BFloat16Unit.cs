using ILGPU;
using ILGPU.Runtime.Cuda;

namespace Catapult.Kernels.Gpu;

/// <summary>Tensor cores on numbers with float's range and 7 bits of fraction, two to a register; compute capability 8.0 and later.</summary>
internal readonly struct BFloat16Unit : IMatrixUnit
{
    public static int Depth => 16;

    // Threads of a warp read every other of eight depths, of eight outers at once: 32 banks.
    public static int Padding => 4;

    public static GpuLane32 Round(GpuLane32 x) => x;

    public static uint Register(ArrayView<GpuLane32> shared, int place, int pitch, int t, int half)
    {
        int first = place + (2 * t + half * Depth / 2) * pitch;
        CudaAsm.Emit("cvt.rn.bf16x2.f32 %0, %1, %2;", out uint pair, shared[first + pitch].Value, shared[first].Value);
        return pair;
    }

    public static Pack4<GpuLane32> MultiplyAdd(Pack4<uint> left, Pack2<uint> right, Pack4<GpuLane32> sums)
    {
        Ref<float> c0 = sums.X.Value, c1 = sums.Y.Value, c2 = sums.Z.Value, c3 = sums.W.Value;
        Input<uint> a0 = left.X, a1 = left.Y, a2 = left.Z, a3 = left.W, b0 = right.X, b1 = right.Y;
        CudaAsm.EmitRef(
            "mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32 {%0, %1, %2, %3}, {%4, %5, %6, %7}, {%8, %9}, {%0, %1, %2, %3};",
            ref c0, ref c1, ref c2, ref c3, ref a0, ref a1, ref a2, ref a3, ref b0, ref b1);
        return new(new(c0.Value), new(c1.Value), new(c2.Value), new(c3.Value));
    }
}
