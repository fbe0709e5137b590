namespace Catapult.Kernels;

/// <summary>Writes one value into a part of a buffer.</summary>
internal readonly struct FillJob<E>(CpuBuffer buffer, E value, int grain) : IJob where E : unmanaged
{
    public void Run(int part)
    {
        int first = part * grain;
        buffer.Span<E>().Slice(first, Math.Min(grain, buffer.Length - first)).Fill(value);
    }
}
