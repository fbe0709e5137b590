namespace Catapult.Kernels;

/// <summary>The contract between the engine and a device: memory, and every kernel. One thread at a time may use a backend.</summary>
public abstract class Backend : KernelSet, IDisposable
{
    /// <summary>The name by which the command line knows the backend, such as "cpu".</summary>
    public abstract string Name { get; }

    /// <summary>Takes a buffer of undefined contents from the pool.</summary>
    public abstract DeviceBuffer Allocate(DType type, int length);

    /// <summary>Gives a buffer back to the pool.</summary>
    public abstract void Release(DeviceBuffer buffer);

    /// <summary>Copies host elements into a buffer of the same type.</summary>
    public abstract void Upload<E>(ReadOnlySpan<E> source, DeviceBuffer target) where E : unmanaged;

    /// <summary>Copies a buffer to the host, waiting for the kernels that write it.</summary>
    /// <exception cref="InputException">A kernel met an index that names nothing, and had not said so yet.</exception>
    public abstract void Download<E>(DeviceBuffer source, Span<E> target) where E : unmanaged;

    /// <summary>
    /// Reads the one Float64 element of a buffer as it will be when all that is queued is done. The function that is returned waits for that, and not
    /// for what is queued later; call it once.
    /// </summary>
    public virtual Func<double> ReadLater(DeviceBuffer source)
    {
        double value = 0;
        Download(source, new Span<double>(ref value));
        return () => value;
    }

    /// <summary>y = value.</summary>
    public abstract void Fill(DeviceBuffer y, double value);

    /// <summary>y = x in the type of y; to Int32 by truncation.</summary>
    public abstract void Convert(DeviceBuffer x, DeviceBuffer y);

    /// <summary>
    /// Does some work and records the kernels that it queues, so that they can be run again without the program that led to them. The work must not upload:
    /// a replay would find old data. Null where a device gains nothing by it.
    /// </summary>
    public virtual Recording? Record(Action work)
    {
        work();
        return null;
    }

    /// <summary>Waits for all kernels.</summary>
    /// <exception cref="InputException">A kernel met an index that names nothing, and had not said so yet.</exception>
    public virtual void Synchronize() { }

    /// <inheritdoc/>
    public abstract void Dispose();
}
