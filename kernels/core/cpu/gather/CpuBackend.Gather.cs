using System.Numerics;

namespace Catapult.Kernels;

public sealed unsafe partial class CpuBackend
{
    // Columns of a scattered row that one part adds up: a few cache lines.
    private const int ScatterColumns = 64;

    /// <inheritdoc/>
    public override void Gather(int width, DeviceBuffer x, DeviceBuffer indices, DeviceBuffer y)
    {
        IndexErrors.ThrowIfOutOfRange("gather", ((CpuBuffer)indices).Span<int>(), x.Length / width);
        int rows = indices.Length, rowsInPart = Math.Max(1, Grain / width), parts = Parts(rows, rowsInPart);
        if (x.Type.Size() == 4) workers.Run(parts, new GatherJob<uint>(width, At<uint>(x), At<int>(indices), At<uint>(y), rows, rowsInPart));
        else workers.Run(parts, new GatherJob<ulong>(width, At<ulong>(x), At<int>(indices), At<ulong>(y), rows, rowsInPart));
    }

    /// <inheritdoc/>
    public override void ScatterAdd(int blocks, int width, DeviceBuffer dy, DeviceBuffer indices, DeviceBuffer dx)
    {
        if (IsSingle(dy)) ScatterAdd<float, Vec32>(blocks, width, dy, indices, dx);
        else ScatterAdd<double, Vec64>(blocks, width, dy, indices, dx);
    }

    private void ScatterAdd<E, V>(int blocks, int width, DeviceBuffer dy, DeviceBuffer indices, DeviceBuffer dx)
        where E : unmanaged, INumber<E> where V : struct, IVectorLane<V, E>
    {
        if (blocks == 0) return;
        int rowsOut = dx.Length / width / blocks;
        var job = new ScatterAddJob<E, V>(width, ScatterColumns, indices.Length / blocks, rowsOut, At<E>(dy), At<int>(indices), At<E>(dx));
        workers.Run(blocks * job.Pieces, job);
    }
}
