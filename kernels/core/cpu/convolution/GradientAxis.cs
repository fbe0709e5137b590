namespace Catapult.Kernels;

/// <summary>
/// One axis of the input gradient. Tap k reaches input position p from output position q where p + pad = stride * q + dilation * k. Positions
/// with the same remainder r = (p + pad) mod stride form a phase, a correlation of step 1 over the output gradient: with p + pad = stride * Q + r
/// it takes from q = Q - t through each tap with dilation * k = stride * t + r.
/// </summary>
internal readonly struct GradientAxis
{
    private readonly int size, stride, pad, dilation;

    public GradientAxis(int size, int outSize, int kernel, int stride, int pad, int dilation)
    {
        (this.size, this.stride, this.pad, this.dilation) = (size, stride, pad, dilation);
        Before = Distance(kernel - 1);
        Padded = Before + outSize;
        for (int r = 0; r < stride; r++) Padded = Math.Max(Padded, Start(r) + Count(r));
    }

    /// <summary>Zeros before the output gradient.</summary>
    public int Before { get; }

    /// <summary>The output gradient's extent with zeros on both sides.</summary>
    public int Padded { get; }

    /// <summary>The phase that a tap reaches.</summary>
    public int Phase(int tap) => dilation * tap % stride;

    /// <summary>How far back a tap takes from, t.</summary>
    public int Distance(int tap) => dilation * tap / stride;

    /// <summary>The first input position of a phase.</summary>
    public int Origin(int r) => FirstQuotient(r) * stride + r - pad;

    /// <summary>Input positions of a phase.</summary>
    public int Count(int r) => Origin(r) >= size ? 0 : (size - 1 - Origin(r)) / stride + 1;

    /// <summary>The padded position of distance 0 from a phase's first input position.</summary>
    public int Start(int r) => FirstQuotient(r) + Before;

    private int FirstQuotient(int r) => r >= pad ? 0 : (pad - r + stride - 1) / stride;
}
