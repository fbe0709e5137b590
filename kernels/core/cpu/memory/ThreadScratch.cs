namespace Catapult.Kernels;

/// <summary>A thread's own working memory for the inside of a parallel part: grows once, is reused by every later part.</summary>
internal static unsafe class ThreadScratch
{
    [ThreadStatic]
    private static CpuBuffer? memory;

    /// <summary>Room for at least <paramref name="length"/> elements, contents undefined. A second call on a thread hands out the same memory.</summary>
    public static E* Get<E>(int length) where E : unmanaged
    {
        int bytes = checked(length * sizeof(E));
        if (memory is null || memory.Capacity < bytes) memory = new CpuBuffer(bytes);
        return memory.As<E>();
    }
}
