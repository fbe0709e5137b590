namespace Catapult.Kernels;

public sealed unsafe partial class CpuBackend
{
    /// <inheritdoc/>
    public override void Unary<O>(O f, DeviceBuffer x, DeviceBuffer y)
    {
        int parts = Parts(x.Length, Grain);
        if (IsSingle(x)) workers.Run(parts, new UnaryJob<O, float, Vec32>(f, At<float>(x), At<float>(y), x.Length, Grain));
        else workers.Run(parts, new UnaryJob<O, double, Vec64>(f, At<double>(x), At<double>(y), x.Length, Grain));
    }

    /// <inheritdoc/>
    public override void Binary<O>(O f, in LoopNest nest, DeviceBuffer a, DeviceBuffer b, DeviceBuffer y)
    {
        if (IsSingle(a))
        {
            var job = new BinaryJob<O, float, Vec32>(f, nest, At<float>(a), At<float>(b), At<float>(y), Grain);
            workers.Run(job.Parts, job);
        }
        else
        {
            var job = new BinaryJob<O, double, Vec64>(f, nest, At<double>(a), At<double>(b), At<double>(y), Grain);
            workers.Run(job.Parts, job);
        }
    }

    /// <inheritdoc/>
    public override void Select(DeviceBuffer mask, DeviceBuffer a, DeviceBuffer b, DeviceBuffer y)
    {
        int parts = Parts(y.Length, Grain);
        if (IsSingle(y)) workers.Run(parts, new SelectJob<float, Vec32>(At<float>(mask), At<float>(a), At<float>(b), At<float>(y), y.Length, Grain));
        else workers.Run(parts, new SelectJob<double, Vec64>(At<double>(mask), At<double>(a), At<double>(b), At<double>(y), y.Length, Grain));
    }

    /// <inheritdoc/>
    public override void Copy(in LoopNest nest, DeviceBuffer x, DeviceBuffer y)
    {
        int columns = nest.Extents[nest.Rank - 1];
        if (nest.Length == 0) return;
        int rows = nest.Length / columns, rowsInPart = Math.Max(1, Grain / columns), parts = Parts(rows, rowsInPart);
        if (x.Type.Size() == 4) workers.Run(parts, new CopyJob<uint>(nest, At<uint>(x), At<uint>(y), rows, rowsInPart));
        else workers.Run(parts, new CopyJob<ulong>(nest, At<ulong>(x), At<ulong>(y), rows, rowsInPart));
    }

    /// <inheritdoc/>
    public override void Random(RandomDistribution distribution, RandomStream stream, ulong start, DeviceBuffer y)
    {
        int parts = Parts(y.Length, Grain);
        if (IsSingle(y)) workers.Run(parts, new RandomJob<float>(distribution, stream, start, At<float>(y), y.Length, Grain));
        else workers.Run(parts, new RandomJob<double>(distribution, stream, start, At<double>(y), y.Length, Grain));
    }
}
