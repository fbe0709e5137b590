namespace Catapult.Kernels;

internal sealed unsafe partial class CpuKernels<E, V>
{
    // Columns of a scattered row that one part adds up: a few cache lines.
    private const int ScatterColumns = 64;

    /// <inheritdoc/>
    public override void Gather(int width, DeviceBuffer x, DeviceBuffer indices, DeviceBuffer y)
    {
        IndexErrors.ThrowIfOutOfRange("gather", ((CpuBuffer)indices).Span<int>(), x.Length / width);
        int rows = indices.Length, rowsInPart = Math.Max(1, Grain / width), parts = Parts(rows, rowsInPart);
        workers.Run(parts, new GatherJob<E>(width, At(x), At<int>(indices), At(y), rows, rowsInPart));
    }

    /// <inheritdoc/>
    public override void ScatterAdd(int blocks, int width, DeviceBuffer dy, DeviceBuffer indices, DeviceBuffer dx)
    {
        if (blocks == 0) return;
        int rowsOut = dx.Length / width / blocks;
        var job = new ScatterAddJob<E, V>(width, ScatterColumns, indices.Length / blocks, rowsOut, At(dy), At<int>(indices), At(dx));
        workers.Run(blocks * job.Pieces, job);
    }
}
