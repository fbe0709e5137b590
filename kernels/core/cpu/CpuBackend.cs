namespace Catapult.Kernels;

/// <summary>
/// The backend that runs on the processor's vector units: every kernel is generic over a lane, so that floats and doubles,
/// 128, 256 and 512-bit vectors come from one source. The files beside this one hold one family of kernels each.
/// </summary>
public sealed unsafe partial class CpuBackend : Backend
{
    // Elements of an elementwise part: 64 KiB of floats, which stay in the second-level cache and outweigh the cost of a hand-over.
    private const int Grain = 16_384;

    private readonly WorkerPool workers;
    private readonly BufferPool pool = new();

    /// <summary>A backend on the given number of threads, the caller's included; 0 means one a processor.</summary>
    public CpuBackend(int threads = 0) => workers = new WorkerPool(threads == 0 ? Environment.ProcessorCount : threads);

    /// <inheritdoc/>
    public override string Name => "cpu";

    /// <summary>Threads that share the work, the caller's included.</summary>
    public int Threads => workers.Threads;

    /// <inheritdoc/>
    public override DeviceBuffer Allocate(DType type, int length) => pool.Rent(type, length);

    /// <inheritdoc/>
    public override void Release(DeviceBuffer buffer) => pool.Return((CpuBuffer)buffer);

    /// <inheritdoc/>
    public override void Upload<E>(ReadOnlySpan<E> source, DeviceBuffer target) => source.CopyTo(((CpuBuffer)target).Span<E>());

    /// <inheritdoc/>
    public override void Download<E>(DeviceBuffer source, Span<E> target) => ((CpuBuffer)source).Span<E>().CopyTo(target);

    /// <inheritdoc/>
    public override void Fill(DeviceBuffer y, double value)
    {
        switch (y.Type)
        {
            case DType.Float32: ((CpuBuffer)y).Span<float>().Fill((float)value); break;
            case DType.Float64: ((CpuBuffer)y).Span<double>().Fill(value); break;
            default: ((CpuBuffer)y).Span<int>().Fill((int)value); break;
        }
    }

    /// <inheritdoc/>
    public override void Convert(DeviceBuffer x, DeviceBuffer y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double value = x.Type switch { DType.Float32 => At<float>(x)[i], DType.Float64 => At<double>(x)[i], _ => At<int>(x)[i] };
            if (y.Type == DType.Float32) At<float>(y)[i] = (float)value;
            else if (y.Type == DType.Float64) At<double>(y)[i] = value;
            else At<int>(y)[i] = (int)value;
        }
    }

    /// <inheritdoc/>
    public override void Dispose() => workers.Dispose();

    private static E* At<E>(DeviceBuffer buffer) where E : unmanaged => ((CpuBuffer)buffer).As<E>();

    private static int Parts(int work, int grain) => (int)(((long)work + grain - 1) / grain);

    private static bool IsSingle(DeviceBuffer buffer) => buffer.Type == DType.Float32;
}
