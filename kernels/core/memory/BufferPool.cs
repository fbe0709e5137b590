using System.Numerics;

namespace Catapult.Kernels;

/// <summary>Free buffers by size class; four classes an octave, so that at most a fifth of a buffer lies idle.</summary>
/// <param name="create">Makes a buffer of at least as many bytes as it is given.</param>
public sealed class BufferPool<B>(Func<long, B> create) where B : PooledBuffer
{
    private const int SmallestBytes = 256;

    private readonly Dictionary<long, Stack<B>> free = [];
    private readonly Lock gate = new();

    /// <summary>A buffer of undefined contents.</summary>
    public B Rent(DType type, int length)
    {
        long capacity = SizeClass((long)length * type.Size());
        lock (gate)
        {
            B buffer = free.TryGetValue(capacity, out var stack) && stack.Count > 0 ? stack.Pop() : create(capacity);
            buffer.Reuse(type, length);
            return buffer;
        }
    }

    /// <summary>Takes a buffer back.</summary>
    /// <exception cref="InvalidOperationException">It is back already.</exception>
    public void Return(B buffer)
    {
        lock (gate)
        {
            if (buffer.IsPooled) throw new InvalidOperationException("A buffer was released twice.");
            buffer.IsPooled = true;
            if (!free.TryGetValue(buffer.Capacity, out var stack)) free[buffer.Capacity] = stack = new();
            stack.Push(buffer);
        }
    }

    /// <summary>Takes all free buffers out of the pool.</summary>
    public IReadOnlyList<B> Drain()
    {
        lock (gate)
        {
            B[] buffers = [.. free.Values.SelectMany(stack => stack)];
            foreach (B buffer in buffers) buffer.IsPooled = false;
            free.Clear();
            return buffers;
        }
    }

    private static long SizeClass(long bytes)
    {
        bytes = Math.Max(bytes, SmallestBytes);
        long step = Math.Max(64, (long)BitOperations.RoundUpToPowerOf2((ulong)bytes) / 8);
        return (bytes + step - 1) / step * step;
    }
}
