using System.Runtime.InteropServices;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// The backend that runs on a device of ILGPU: its kernels are C# structs, compiled for the device when they are first used. Calls queue work and
/// return; only <see cref="Download"/> and <see cref="Synchronize"/> wait.
/// </summary>
internal sealed class GpuBackend : TypedBackend
{
    private const int FirstWithMatrixUnits = 8;

    private readonly Context context;
    private readonly Accelerator accelerator;
    private readonly AcceleratorStream stream;
    private readonly Launcher launcher;
    private readonly Staging staging;
    private readonly Faults faults;
    private readonly LateReads lateReads;
    private readonly BufferPool<GpuBuffer> pool;
    private readonly KernelSet singles, doubles;
    private GpuRecording? recording;

    /// <summary>A backend on an accelerator, which belongs to it from now on, with its context.</summary>
    public GpuBackend(string name, Context context, Accelerator accelerator, Precision precision)
    {
        (Name, this.context, this.accelerator) = (name, context, accelerator);
        stream = accelerator.CreateStream();
        (launcher, staging, faults, pool) = (new(accelerator, stream), new(accelerator, stream), new(accelerator, stream), new(Create));
        lateReads = new LateReads(accelerator, stream, faults);
        singles = CreateSingles(precision);
        doubles = new GpuKernels<GpuLane64>(this, launcher, faults);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <summary>Runs the kernels.</summary>
    public Launcher Launcher => launcher;

    /// <summary>Kernels for floats that multiply matrices with a precision; exactly where the device has no tensor cores.</summary>
    public KernelSet CreateSingles(Precision precision) => HasMatrixUnits ? precision switch
    {
        Precision.TF32 => new MatrixUnitKernels<Tf32Unit, CudaPipeline<Tf32Blocks>>(this, launcher, faults),
        Precision.BFloat16 => new MatrixUnitKernels<BFloat16Unit, CudaPipeline<BFloat16Blocks>>(this, launcher, faults),
        _ => new GpuKernels<GpuLane32>(this, launcher, faults),
    } : new GpuKernels<GpuLane32>(this, launcher, faults);

    /// <inheritdoc/>
    public override DeviceBuffer Allocate(DType type, int length)
    {
        GpuBuffer buffer = (recording?.Memory ?? pool).Rent(type, length);
        buffer.Recording = recording;
        return buffer;
    }

    /// <inheritdoc/>
    public override void Release(DeviceBuffer buffer)
    {
        var own = (GpuBuffer)buffer;
        (own.Recording is { IsAlive: true } home ? home.Memory : pool).Return(own);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A recording is being made.</exception>
    public override void Upload<E>(ReadOnlySpan<E> source, DeviceBuffer target)
    {
        if (recording is not null) throw new InvalidOperationException("An upload cannot be recorded: it would bring the same data again. Upload before, into a buffer that stays.");
        staging.Upload(MemoryMarshal.AsBytes(source), Bytes<E>(target, source.Length));
    }

    /// <inheritdoc/>
    /// <exception cref="InputException">A kernel met an index that names nothing.</exception>
    public override void Download<E>(DeviceBuffer source, Span<E> target)
    {
        staging.Download(Bytes<E>(source, target.Length), MemoryMarshal.AsBytes(target));
        faults.Check();
    }

    /// <inheritdoc/>
    public override Func<double> ReadLater(DeviceBuffer source) => lateReads.Read(((GpuBuffer)source).View<double>());

    /// <inheritdoc/>
    public override Recording Record(Action work)
    {
        if (recording is not null) throw new InvalidOperationException("The device is recording already; recordings do not nest.");
        recording = new GpuRecording(accelerator, stream, pool);
        try
        {
            launcher.Record(recording.Launches, work);
            recording.Capture();
            return recording;
        }
        catch (Exception)
        {
            recording.Dispose();
            throw;
        }
        finally
        {
            recording = null;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InputException">A kernel met an index that names nothing.</exception>
    public override void Synchronize()
    {
        stream.Synchronize();
        faults.Check();
    }

    /// <inheritdoc/>
    public override void Fill(DeviceBuffer y, double value)
    {
        switch (y.Type)
        {
            case DType.Float32: Fill(y, GpuLane32.Const(value)); break;
            case DType.Float64: Fill(y, GpuLane64.Const(value)); break;
            default: Fill(y, GpuInt32.Const(value)); break;
        }
    }

    /// <inheritdoc/>
    public override void Convert(DeviceBuffer x, DeviceBuffer y)
    {
        switch (x.Type)
        {
            case DType.Float32: Convert<GpuLane32>(x, y); break;
            case DType.Float64: Convert<GpuLane64>(x, y); break;
            default: Convert<GpuInt32>(x, y); break;
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        accelerator.Synchronize();
        foreach (GpuBuffer buffer in pool.Drain()) buffer.Dispose();
        staging.Dispose();
        lateReads.Dispose();
        faults.Dispose();
        stream.Dispose();
        accelerator.Dispose();
        context.Dispose();
    }

    /// <inheritdoc/>
    /// <remarks>Kernels that only move elements take integers for floats, being as large.</remarks>
    protected override KernelSet Of(DeviceBuffer buffer) => buffer.Type.Size() == sizeof(float) ? singles : doubles;

    /// <summary>Whether the device has the instructions of <see cref="Tf32Unit"/> and <see cref="BFloat16Unit"/>; without them products are exact.</summary>
    private bool HasMatrixUnits => accelerator is CudaAccelerator cuda && cuda.Architecture.Major >= FirstWithMatrixUnits;

    private static ArrayView<byte> Bytes<E>(DeviceBuffer buffer, int length) where E : unmanaged =>
        ((GpuBuffer)buffer).View<E>().SubView(0, length).Cast<byte>();

    private void Fill<D>(DeviceBuffer y, D value) where D : unmanaged, IGpuElement<D> =>
        launcher.Run(launcher.Strided(y.Length), new FillKernel<D>(value, ((GpuBuffer)y).View<D>()));

    private void Convert<S>(DeviceBuffer x, DeviceBuffer y) where S : unmanaged, IGpuElement<S>
    {
        switch (y.Type)
        {
            case DType.Float32: Convert<S, GpuLane32>(x, y); break;
            case DType.Float64: Convert<S, GpuLane64>(x, y); break;
            default: Convert<S, GpuInt32>(x, y); break;
        }
    }

    private void Convert<S, D>(DeviceBuffer x, DeviceBuffer y) where S : unmanaged, IGpuElement<S> where D : unmanaged, IGpuElement<D> =>
        launcher.Run(launcher.Strided(y.Length), new ConvertKernel<S, D>(((GpuBuffer)x).View<S>(), ((GpuBuffer)y).View<D>()));

    /// <summary>Takes memory from the device; where there is none left, once more after giving back what lies idle.</summary>
    private GpuBuffer Create(long capacity)
    {
        try
        {
            return new(accelerator.Allocate1D<byte>(capacity));
        }
        catch (Exception)
        {
            foreach (GpuBuffer idle in pool.Drain()) idle.Dispose();
        }
        try
        {
            return new(accelerator.Allocate1D<byte>(capacity));
        }
        catch (Exception error)
        {
            throw new InputException($"{accelerator.Name} has no room for {capacity} more bytes ({error.Message.TrimEnd('.')}); use a smaller batch or model.", error);
        }
    }
}
