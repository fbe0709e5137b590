using ILGPU;
using ILGPU.Runtime;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// Pinned host memory through which data goes to the device and back, since only from there can a copy run beside the program. A ring of parts: an
/// upload takes the next one, waiting for the copy that used it last, and returns when the data is in it.
/// </summary>
internal sealed class Staging(Accelerator accelerator, AcceleratorStream stream) : IDisposable
{
    private const int Parts = 4;
    private const int PartBytes = 1 << 22;

    private readonly PageLockedArray1D<byte>[] memory = [.. Enumerable.Range(0, Parts).Select(_ => accelerator.AllocatePageLocked1D<byte>(PartBytes))];
    private readonly ProfilingMarker?[] busy = new ProfilingMarker?[Parts];
    private int next;

    /// <summary>Queues a copy to the device.</summary>
    public void Upload(ReadOnlySpan<byte> source, ArrayView<byte> target)
    {
        for (int start = 0; start < source.Length; start += PartBytes)
        {
            int length = Math.Min(PartBytes, source.Length - start);
            PageLockedArray1D<byte> part = Take(out int index);
            source.Slice(start, length).CopyTo(part.Span);
            target.SubView(start, length).CopyFromCPUUnsafeAsync(stream, ref part[0], length);
            busy[index] = stream.AddProfilingMarker();
        }
    }

    /// <summary>Copies from the device, when all that was queued before is done.</summary>
    public void Download(ArrayView<byte> source, Span<byte> target)
    {
        for (int start = 0; start < target.Length; start += PartBytes)
        {
            int length = Math.Min(PartBytes, target.Length - start);
            PageLockedArray1D<byte> part = Take(out _);
            source.SubView(start, length).CopyToCPUUnsafeAsync(stream, ref part[0], length);
            stream.Synchronize();
            part.Span[..length].CopyTo(target[start..]);
        }
    }

    public void Dispose()
    {
        foreach (ProfilingMarker? marker in busy) marker?.Dispose();
        foreach (var part in memory) part.Dispose();
    }

    private PageLockedArray1D<byte> Take(out int index)
    {
        (index, next) = (next, (next + 1) % Parts);
        busy[index]?.Synchronize();
        busy[index]?.Dispose();
        busy[index] = null;
        return memory[index];
    }
}
