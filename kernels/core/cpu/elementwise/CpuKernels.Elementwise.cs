namespace Catapult.Kernels;

internal sealed unsafe partial class CpuKernels<E, V>
{
    /// <inheritdoc/>
    public override void Unary<O>(O f, DeviceBuffer x, DeviceBuffer y)
    {
        int parts = Parts(x.Length, Grain);
        workers.Run(parts, new UnaryJob<O, E, V>(f, At(x), At(y), x.Length, Grain));
    }

    /// <inheritdoc/>
    public override void Binary<O>(O f, in LoopNest nest, DeviceBuffer a, DeviceBuffer b, DeviceBuffer y)
    {
        var job = new BinaryJob<O, E, V>(f, nest, At(a), At(b), At(y), Grain);
        workers.Run(job.Parts, job);
    }

    /// <inheritdoc/>
    public override void Select(DeviceBuffer mask, DeviceBuffer a, DeviceBuffer b, DeviceBuffer y)
    {
        int parts = Parts(y.Length, Grain);
        workers.Run(parts, new SelectJob<E, V>(At(mask), At(a), At(b), At(y), y.Length, Grain));
    }

    /// <inheritdoc/>
    public override void Copy(in LoopNest nest, DeviceBuffer x, DeviceBuffer y)
    {
        int columns = nest.Extents[nest.Rank - 1];
        if (nest.Length == 0) return;
        int rows = nest.Length / columns, rowsInPart = Math.Max(1, Grain / columns), parts = Parts(rows, rowsInPart);
        workers.Run(parts, new CopyJob<E>(nest, At(x), At(y), rows, rowsInPart));
    }

    /// <inheritdoc/>
    public override void Random(RandomDistribution distribution, RandomStream stream, ulong start, DeviceBuffer y)
    {
        int parts = Parts(y.Length, Grain);
        workers.Run(parts, new RandomJob<E>(distribution, stream, start, At(y), y.Length, Grain));
    }
}
