using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>The sums of squares of the chunks of several tensors, in double, one a group.</summary>
internal readonly struct SquaresKernel<T>(TensorBatch<ArrayView<T>> tensors, int firstChunk, ArrayView<double> sums) : IGpuKernel where T : unmanaged, IGpuLane<T>
{
    /// <summary>Elements of a chunk.</summary>
    public const int ChunkLength = 8192;

    public void Run()
    {
        ArrayView<T> view = tensors.Of(Grid.IdxX);
        int start = tensors.Chunk(Grid.IdxX) * ChunkLength, end = IntrinsicMath.Min(start + ChunkLength, view.IntLength), thread = Group.IdxX;
        double sum = 0.0;
        for (int i = start + thread; i < end; i += Group.DimX)
        {
            double x = T.ToDouble(view[i]);
            sum += x * x;
        }
        ArrayView<double> shared = SharedMemory.Allocate<double>(Launcher.LargestGroup);
        shared[thread] = sum;
        Group.Barrier();
        for (int half = Group.DimX / 2; half > 0; half /= 2)
        {
            if (thread < half) shared[thread] += shared[thread + half];
            Group.Barrier();
        }
        if (thread == 0) sums[firstChunk + Grid.IdxX] = shared[0];
    }
}
