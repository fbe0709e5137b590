using System.Numerics;

namespace Catapult.Kernels;

/// <summary>Free buffers by size class; four classes an octave, so that at most a fifth of a buffer lies idle.</summary>
internal sealed class BufferPool
{
    private const int SmallestBytes = 256;

    private readonly Dictionary<int, Stack<CpuBuffer>> free = [];
    private readonly Lock gate = new();

    public CpuBuffer Rent(DType type, int length)
    {
        int capacity = SizeClass((long)length * type.Size());
        lock (gate)
        {
            CpuBuffer buffer = free.TryGetValue(capacity, out var stack) && stack.Count > 0 ? stack.Pop() : new CpuBuffer(capacity);
            buffer.Reuse(type, length);
            return buffer;
        }
    }

    public void Return(CpuBuffer buffer)
    {
        lock (gate)
        {
            if (buffer.Pooled) throw new InvalidOperationException("A buffer was released twice.");
            buffer.Pooled = true;
            if (!free.TryGetValue(buffer.Capacity, out var stack)) free[buffer.Capacity] = stack = new();
            stack.Push(buffer);
        }
    }

    private static int SizeClass(long bytes)
    {
        bytes = Math.Max(bytes, SmallestBytes);
        long step = Math.Max(64, (long)BitOperations.RoundUpToPowerOf2((ulong)bytes) / 8);
        long capacity = (bytes + step - 1) / step * step;
        return capacity <= Array.MaxLength - 8_192
            ? (int)capacity
            : throw new ShapeException("allocate", $"{bytes} bytes are more than one buffer can hold", "Use a smaller batch");
    }
}
