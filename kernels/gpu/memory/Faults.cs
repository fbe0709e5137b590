using System.Runtime.InteropServices;
using ILGPU;
using ILGPU.Runtime;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// Where kernels note an index that names nothing. The program learns of it when it next waits for the device, so that checking costs no wait of its
/// own; until then the kernels take index 0 in its place.
/// </summary>
internal sealed class Faults : IDisposable
{
    /// <summary>Operations that check indices.</summary>
    public const int Gather = 0, CrossEntropy = 1;

    private static readonly string[] Operations = ["gather", "cross_entropy"];

    private readonly AcceleratorStream stream;
    private readonly MemoryBuffer1D<IndexFault, Stride1D.Dense> memory;
    private readonly IndexFault[] found = new IndexFault[Operations.Length];
    private bool pending;

    public Faults(Accelerator accelerator, AcceleratorStream stream)
    {
        this.stream = stream;
        memory = accelerator.Allocate1D<IndexFault>(Operations.Length);
        memory.MemSetToZero(stream);
    }

    /// <summary>Where a kernel of the given operation is to leave its fault.</summary>
    public ArrayView<IndexFault> Expect(int operation)
    {
        pending = true;
        return memory.View.BaseView.SubView(operation, 1);
    }

    /// <summary>Waits for the kernels and throws what they have found.</summary>
    /// <exception cref="InputException">An index was outside of its range; the message names it and its place.</exception>
    public void Check()
    {
        if (!pending) return;
        pending = false;
        memory.View.BaseView.CopyToCPU(stream, found);
        Throw(MemoryMarshal.AsBytes(found.AsSpan()));
    }

    /// <summary>What kernels have noted so far, on the device.</summary>
    public ArrayView<byte> Noted => memory.View.BaseView.Cast<byte>();

    /// <summary>Throws what was noted, given a copy of it, and forgets it.</summary>
    /// <exception cref="InputException">An index was outside of its range; the message names it and its place.</exception>
    public void Throw(ReadOnlySpan<byte> noted)
    {
        ReadOnlySpan<IndexFault> copies = MemoryMarshal.Cast<byte, IndexFault>(noted);
        for (int i = 0; i < copies.Length; i++)
            if (copies[i].Count > 0)
            {
                memory.MemSetToZero(stream);
                throw IndexErrors.OutOfRange(Operations[i], copies[i].Index, copies[i].Place, copies[i].Count);
            }
    }

    public void Dispose() => memory.Dispose();
}
