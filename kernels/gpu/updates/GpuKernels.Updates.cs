using System.Runtime.InteropServices;
using ILGPU;

namespace Catapult.Kernels.Gpu;

internal partial class GpuKernels<T>
{
    /// <inheritdoc/>
    public override void Update<R>(ReadOnlySpan<double> coefficients, ReadOnlySpan<UpdateTarget> targets, DeviceBuffer? gate = null)
    {
        var values = new Coefficients<T>(coefficients);
        DeviceBuffer scratch = Scratch(1, out ArrayView<Coefficients<T>> onDevice);
        memory.Upload<int>(MemoryMarshal.Cast<Coefficients<T>, int>(new ReadOnlySpan<Coefficients<T>>(in values)), scratch);
        ArrayView<double> open = gate is null ? At<int>(scratch).Cast<double>() : At<double>(gate);
        for (int start = 0; start < targets.Length; start += TensorBatch<UpdateViews<T>>.Size)
        {
            var batch = Batch(targets[start..Math.Min(start + TensorBatch<UpdateViews<T>>.Size, targets.Length)]);
            if (batch.Groups > 0) launcher.Run(new(batch.Groups, launcher.GroupSize), new UpdateKernel<R, T>(onDevice, batch, gate is not null, open));
        }
        memory.Release(scratch);
    }

    /// <inheritdoc/>
    public override void SumOfSquares(ReadOnlySpan<DeviceBuffer> buffers, DeviceBuffer y)
    {
        int chunks = 0;
        foreach (DeviceBuffer buffer in buffers) chunks += Chunks(buffer, SquaresKernel<T>.ChunkLength);
        DeviceBuffer scratch = Scratch(chunks, out ArrayView<double> sums);
        for (int start = 0, first = 0; start < buffers.Length; start += TensorBatch<ArrayView<T>>.Size)
        {
            var batch = TensorBatch<ArrayView<T>>.Of(At(buffers[start]));
            for (int i = 0; i < TensorBatch<ArrayView<T>>.Size && start + i < buffers.Length; i++)
                batch.Set(i, At(buffers[start + i]), Chunks(buffers[start + i], SquaresKernel<T>.ChunkLength));
            if (batch.Groups > 0) launcher.Run(new(batch.Groups, launcher.GroupSize), new SquaresKernel<T>(batch, first, sums));
            first += batch.Groups;
        }
        Fold<ReduceFold<Sum, GpuLane64>, GpuLane64>(new(1, chunks, 1), new(new(), chunks, 1, sums.Cast<GpuLane64>(), At<GpuLane64>(y)));
        memory.Release(scratch);
    }

    private static TensorBatch<UpdateViews<T>> Batch(ReadOnlySpan<UpdateTarget> targets)
    {
        var batch = TensorBatch<UpdateViews<T>>.Of(Views(targets[0]));
        for (int i = 0; i < targets.Length; i++) batch.Set(i, Views(targets[i]), Chunks(targets[i].Weights, UpdateViews<T>.ChunkLength));
        return batch;
    }

    private static UpdateViews<T> Views(UpdateTarget target) => new(
        At(target.Weights), At(target.Gradients), At(target.Slot0 ?? target.Weights), At(target.Slot1 ?? target.Weights), At(target.Slot2 ?? target.Weights));

    private static int Chunks(DeviceBuffer buffer, int length) => (buffer.Length + length - 1) / length;
}
