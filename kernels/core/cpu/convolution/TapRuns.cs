namespace Catapult.Kernels;

/// <summary>
/// The taps of a kernel as runs of neighbouring inputs: a whole kernel row where its taps touch, a single tap where dilation or groups
/// keep them apart. Weights (O, KH, KW, C / Groups) have the runs of an output channel one behind the other either way.
/// </summary>
internal readonly struct TapRuns(Conv2dGeometry g)
{
    /// <summary>Runs of a kernel.</summary>
    public int Count => Touch(g) ? g.KernelHeight : g.KernelHeight * g.KernelWidth;

    /// <summary>Elements of a run.</summary>
    public int Length => Touch(g) ? g.KernelWidth * g.InChannels : g.InGroup;

    /// <summary>Elements of all runs.</summary>
    public int Depth => Count * Length;

    /// <summary>Whether neighbouring taps of a kernel row read neighbouring elements.</summary>
    public static bool Touch(in Conv2dGeometry g) => g.DilationWidth == 1 && g.Groups == 1;

    /// <summary>Where each run begins, in elements from the first tap's pixel; <paramref name="row"/> elements lie between two rows of pixels.</summary>
    public unsafe void Offsets(int row, int* offsets)
    {
        int inRow = Touch(g) ? 1 : g.KernelWidth;
        for (int i = 0; i < Count; i++) offsets[i] = i / inRow * g.DilationHeight * row + i % inRow * g.DilationWidth * g.InChannels;
    }
}
