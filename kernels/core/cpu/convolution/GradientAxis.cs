namespace Catapult.Kernels;

/// <summary>
/// One axis of the input gradient. Input position p takes from output position q - t through the kernel's tap r + stride * t, where
/// p + pad = stride * q + r. Positions with the same remainder r form a phase: a correlation of step 1 over the output gradient.
/// </summary>
internal readonly struct GradientAxis
{
    private readonly int size, kernel, stride, pad;

    public GradientAxis(int size, int outSize, int kernel, int stride, int pad)
    {
        (this.size, this.kernel, this.stride, this.pad) = (size, kernel, stride, pad);
        Before = Taps(0) - 1;
        Padded = Before + outSize;
        for (int r = 0; r < stride; r++) Padded = Math.Max(Padded, Shift(r) + Count(r) - 1 + Taps(r));
    }

    /// <summary>Zeros before the output gradient.</summary>
    public int Before { get; }

    /// <summary>The output gradient's extent with zeros on both sides.</summary>
    public int Padded { get; }

    /// <summary>Taps that reach a phase; none where the stride exceeds the kernel.</summary>
    public int Taps(int r) => r >= kernel ? 0 : (kernel - r + stride - 1) / stride;

    /// <summary>The first input position of a phase.</summary>
    public int Origin(int r) => FirstQuotient(r) * stride + r - pad;

    /// <summary>Input positions of a phase.</summary>
    public int Count(int r) => Origin(r) >= size ? 0 : (size - 1 - Origin(r)) / stride + 1;

    /// <summary>The padded position under the first tap of a phase's first input position.</summary>
    public int Shift(int r) => FirstQuotient(r) - (Taps(r) - 1) + Before;

    private int FirstQuotient(int r) => r >= pad ? 0 : (pad - r + stride - 1) / stride;
}
