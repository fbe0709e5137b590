using System.Runtime.Intrinsics;

namespace Catapult.Kernels;

/// <summary>
/// The backend that runs on the processor's vector units. The kernels are generic over a lane, so that floats and doubles, 128, 256 and 512-bit
/// vectors come from one source; the widest that the machine has are taken.
/// </summary>
public sealed class CpuBackend : TypedBackend
{
    // Elements that one thread fills at a time: enough to be worth a hand-over.
    private const int FillGrain = 65_536;

    private readonly WorkerPool workers;
    private readonly BufferPool<CpuBuffer> pool = new(CpuBuffer.Create);
    private readonly KernelSet singles, doubles;

    /// <summary>A backend on the given number of threads, the caller's included; 0 means one a processor.</summary>
    public CpuBackend(int threads = 0)
    {
        workers = new WorkerPool(threads == 0 ? Environment.ProcessorCount : threads);
        bool wide = Vector512.IsHardwareAccelerated;
        singles = wide ? new CpuKernels<float, Wide32>(workers, pool) : new CpuKernels<float, Vec32>(workers, pool);
        doubles = wide ? new CpuKernels<double, Wide64>(workers, pool) : new CpuKernels<double, Vec64>(workers, pool);
    }

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
            case DType.Float32: Fill(y, (float)value); break;
            case DType.Float64: Fill(y, value); break;
            default: Fill(y, (int)value); break;
        }
    }

    /// <inheritdoc/>
    public override void Convert(DeviceBuffer x, DeviceBuffer y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double value = x.Type switch
            {
                DType.Float32 => ((CpuBuffer)x).Span<float>()[i],
                DType.Float64 => ((CpuBuffer)x).Span<double>()[i],
                _ => ((CpuBuffer)x).Span<int>()[i],
            };
            if (y.Type == DType.Float32) ((CpuBuffer)y).Span<float>()[i] = (float)value;
            else if (y.Type == DType.Float64) ((CpuBuffer)y).Span<double>()[i] = value;
            else ((CpuBuffer)y).Span<int>()[i] = (int)value;
        }
    }

    /// <inheritdoc/>
    public override void Dispose() => workers.Dispose();

    /// <inheritdoc/>
    /// <remarks>Kernels that only move elements take integers for floats, being as large.</remarks>
    protected override KernelSet Of(DeviceBuffer buffer) => buffer.Type.Size() == sizeof(float) ? singles : doubles;

    private void Fill<E>(DeviceBuffer y, E value) where E : unmanaged =>
        workers.Run((y.Length + FillGrain - 1) / FillGrain, new FillJob<E>((CpuBuffer)y, value, FillGrain));
}
