using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>
/// Elements in a pinned managed array, aligned to a cache line. Being managed, a buffer that escapes its pool is garbage, never a leak.
/// </summary>
internal sealed unsafe class CpuBuffer : PooledBuffer
{
    private const int Alignment = 64;

    // Kernels may read (never write) this far past the last element, so that edge tiles need no path of their own.
    private const int Slack = 128;

    // Large arrays begin at like addresses modulo a page, and a kernel that walks several of them in step would meet the same cache
    // sets and way-prediction tags in all; each buffer therefore starts at another line of its page.
    private const int PageLines = 64, LinesApart = 11;
    private const int SmallestStaggered = 1 << 15;
    private static int created;

    private readonly byte[] array;

    public CpuBuffer(int capacity) : base(capacity)
    {
        int stagger = capacity < SmallestStaggered ? 0 : (int)((uint)(Interlocked.Increment(ref created) * LinesApart) % PageLines) * Alignment;
        array = GC.AllocateUninitializedArray<byte>(capacity + stagger + Alignment + Slack, pinned: true);
        nint start = (nint)Unsafe.AsPointer(ref array[0]);
        Pointer = (void*)(((start + Alignment - 1) & -Alignment) + stagger);
    }

    /// <exception cref="ShapeException">The bytes are more than one array can hold.</exception>
    public static CpuBuffer Create(long capacity) => capacity <= Array.MaxLength - 2 * PageLines * Alignment
        ? new((int)capacity)
        : throw new ShapeException("allocate", $"{capacity} bytes are more than one buffer can hold", "Use a smaller batch");

    /// <summary>The first element.</summary>
    public void* Pointer { get; }

    public E* As<E>() where E : unmanaged => (E*)Pointer;

    public Span<E> Span<E>() where E : unmanaged => new(Pointer, Length);
}
