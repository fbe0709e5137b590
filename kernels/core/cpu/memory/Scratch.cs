namespace Catapult.Kernels;

/// <summary>Room for one kernel's intermediate values, taken from the pool for the length of a call.</summary>
internal readonly unsafe ref struct Scratch<E>(BufferPool<CpuBuffer> pool, int length) where E : unmanaged
{
    private readonly CpuBuffer buffer = pool.Rent(DType.Int32, (int)(((long)length * sizeof(E) + 3) / 4));

    public E* Pointer => buffer.As<E>();

    public Span<E> Span => new(buffer.Pointer, length);

    public void Dispose() => pool.Return(buffer);
}
