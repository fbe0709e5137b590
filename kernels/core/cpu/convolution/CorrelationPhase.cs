namespace Catapult.Kernels;

/// <summary>
/// One dense correlation of padded images with a packed kernel onto a regular grid of output pixels. A forward convolution has one;
/// the input gradient of a strided one has a phase for each remainder of the pixel position modulo the stride, each with the taps that reach it.
/// </summary>
internal unsafe struct CorrelationPhase<E> where E : unmanaged
{
    /// <summary>Packed (group, block, Runs * RunLength, block width).</summary>
    public E* Weights;

    /// <summary>The taps as runs of neighbouring inputs, and where each begins from a pixel's place.</summary>
    public int Runs, RunLength;

    public int* RunOffsets;

    /// <summary>Pixels of the grid.</summary>
    public int GridHeight, GridWidth;

    /// <summary>The padded pixel of the grid's first pixel, from which the runs' offsets count.</summary>
    public int ShiftHeight, ShiftWidth;

    /// <summary>The output pixel of the grid's first pixel.</summary>
    public int OriginHeight, OriginWidth;

    /// <summary>Where each pixel of the grid reads and writes, in elements from the start of its image; the same for all images.</summary>
    public int* InputOffsets, OutputOffsets;

    public readonly int Pixels => GridHeight * GridWidth;
}
