namespace Catapult.Kernels;

internal sealed unsafe partial class CpuKernels<E, V>
{
    // A block folds at least this many rows into one, so that the partial results are few.
    private const int SmallestReduceBlock = 64;

    /// <inheritdoc/>
    public override void Reduce<R>(R reduction, ReduceGeometry geometry, DeviceBuffer x, DeviceBuffer y) =>
        Reduce(reduction, geometry, At(x), At(y));

    /// <inheritdoc/>
    public override void ArgMax(int rows, int columns, DeviceBuffer x, DeviceBuffer indices)
    {
        int rowsInPart = Math.Max(1, Grain / Math.Max(columns, 1)), parts = Parts(rows, rowsInPart);
        workers.Run(parts, new ArgMaxJob<E>(rows, columns, rowsInPart, At(x), At<int>(indices)));
    }

    /// <inheritdoc/>
    public override void SumOfSquares(ReadOnlySpan<DeviceBuffer> buffers, DeviceBuffer y)
    {
        double total = 0;
        foreach (DeviceBuffer buffer in buffers)
        {
            int parts = Parts(buffer.Length, Grain);
            using var partial = new Scratch<double>(pool, parts);
            workers.Run(parts, new SumOfSquaresJob<E>(At(buffer), buffer.Length, Grain, partial.Pointer));
            foreach (double sum in partial.Span) total += sum;
        }
        At<double>(y)[0] = total;
    }

    private void Reduce<R>(R reduction, ReduceGeometry geometry, E* x, E* y) where R : struct, IReduction
    {
        int block = Math.Max(SmallestReduceBlock, Grain / Math.Max(geometry.Inner, 1));
        int blocks = Math.Max(1, Parts(geometry.Reduced, block)), units = geometry.Outer * blocks;
        int unitSize = Math.Max(1, Math.Min(block, geometry.Reduced) * geometry.Inner), unitsInPart = Math.Max(1, Grain / unitSize);
        if (blocks == 1)
        {
            workers.Run(Parts(units, unitsInPart), new ReduceJob<R, E, V>(reduction, geometry, block, blocks, unitsInPart, x, y));
            return;
        }
        using var partial = new Scratch<E>(pool, units * geometry.Inner);
        workers.Run(Parts(units, unitsInPart), new ReduceJob<R, E, V>(reduction, geometry, block, blocks, unitsInPart, x, partial.Pointer));
        Reduce(reduction, geometry with { Reduced = blocks }, partial.Pointer, y);
    }
}
