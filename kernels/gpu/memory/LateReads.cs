using ILGPU;
using ILGPU.Runtime;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// Single numbers on their way to the program: each is copied into pinned memory when its turn comes, with the faults that kernels have noted so far, and a
/// marker behind it says when it is there.
/// </summary>
internal sealed class LateReads(Accelerator accelerator, AcceleratorStream stream, Faults faults) : IDisposable
{
    private readonly List<PageLockedArray1D<byte>> slots = [];
    private readonly Stack<PageLockedArray1D<byte>> free = new();

    /// <summary>Queues a reading. The function waits for it and throws what kernels have noted.</summary>
    public Func<double> Read(ArrayView<double> source)
    {
        PageLockedArray1D<byte> slot = free.Count > 0 ? free.Pop() : Create();
        source.Cast<byte>().CopyToCPUUnsafeAsync(stream, ref slot[0], sizeof(double));
        ArrayView<byte> noted = faults.Noted;
        noted.CopyToCPUUnsafeAsync(stream, ref slot[sizeof(double)], noted.Length);
        ProfilingMarker marker = stream.AddProfilingMarker();
        return () => Wait(slot, marker);
    }

    public void Dispose()
    {
        foreach (var slot in slots) slot.Dispose();
    }

    private PageLockedArray1D<byte> Create()
    {
        slots.Add(accelerator.AllocatePageLocked1D<byte>(sizeof(double) + faults.Noted.Length));
        return slots[^1];
    }

    private double Wait(PageLockedArray1D<byte> slot, ProfilingMarker marker)
    {
        marker.Synchronize();
        marker.Dispose();
        double value = BitConverter.ToDouble(slot.Span);
        free.Push(slot);
        faults.Throw(slot.Span[sizeof(double)..]);
        return value;
    }
}
