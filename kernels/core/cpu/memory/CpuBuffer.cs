using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>
/// Elements in a pinned managed array, aligned to a cache line. Being managed, a buffer that escapes its pool is garbage, never a leak.
/// </summary>
internal sealed unsafe class CpuBuffer : DeviceBuffer
{
    private const int Alignment = 64;

    // Kernels may read (never write) this far past the last element, so that edge tiles need no path of their own.
    private const int Slack = 64;
    private readonly byte[] array;

    public CpuBuffer(int capacity) : base(DType.Float32, 0)
    {
        array = GC.AllocateUninitializedArray<byte>(capacity + Alignment + Slack, pinned: true);
        nint start = (nint)Unsafe.AsPointer(ref array[0]);
        Pointer = (void*)((start + Alignment - 1) & -Alignment);
        Capacity = capacity;
    }

    /// <summary>Usable bytes.</summary>
    public int Capacity { get; }

    /// <summary>The first element.</summary>
    public void* Pointer { get; }

    /// <summary>Whether the buffer lies in the pool, where nobody may use it.</summary>
    public bool Pooled { get; set; }

    public E* As<E>() where E : unmanaged => (E*)Pointer;

    public Span<E> Span<E>() where E : unmanaged => new(Pointer, Length);

    public void Reuse(DType type, int length) => (Type, Length, Pooled) = (type, length, false);
}
