using ILGPU;
using ILGPU.Runtime.Cuda;

namespace Catapult.Kernels.Gpu;

/// <summary>Tensor cores on numbers with float's range and 10 bits of fraction; compute capability 8.0 and later.</summary>
internal readonly struct Tf32Unit : IMatrixUnit
{
    public static int Depth => 8;

    // Threads of a warp read four depths of eight outers at once: 32 banks.
    public static int Padding => 8;

    public static GpuLane32 Round(GpuLane32 x) => GpuLane32.ToTf32(x);

    public static uint Register(ArrayView<GpuLane32> shared, int place, int pitch, int t, int half) =>
        Interop.FloatAsInt(shared[place + (t + half * Depth / 2) * pitch].Value);

    public static Pack4<GpuLane32> MultiplyAdd(Pack4<uint> left, Pack2<uint> right, Pack4<GpuLane32> sums)
    {
        Ref<float> c0 = sums.X.Value, c1 = sums.Y.Value, c2 = sums.Z.Value, c3 = sums.W.Value;
        Input<uint> a0 = left.X, a1 = left.Y, a2 = left.Z, a3 = left.W, b0 = right.X, b1 = right.Y;
        CudaAsm.EmitRef(
            "mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 {%0, %1, %2, %3}, {%4, %5, %6, %7}, {%8, %9}, {%0, %1, %2, %3};",
            ref c0, ref c1, ref c2, ref c3, ref a0, ref a1, ref a2, ref a3, ref b0, ref b1);
        return new(new(c0.Value), new(c1.Value), new(c2.Value), new(c3.Value));
    }
}
