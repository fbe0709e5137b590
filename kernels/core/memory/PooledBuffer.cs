namespace Catapult.Kernels;

/// <summary>A buffer that a <see cref="BufferPool{B}"/> hands out again and again, for elements of changing type and number.</summary>
/// <param name="capacity">Usable bytes.</param>
public abstract class PooledBuffer(long capacity) : DeviceBuffer(DType.Float32, 0)
{
    /// <summary>Usable bytes.</summary>
    public long Capacity { get; } = capacity;

    /// <summary>Whether the buffer lies in the pool, where nobody may use it.</summary>
    internal bool IsPooled { get; set; }

    internal void Reuse(DType type, int length) => (Type, Length, IsPooled) = (type, length, false);
}
