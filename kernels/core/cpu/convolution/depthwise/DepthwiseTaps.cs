namespace Catapult.Kernels;

/// <summary>
/// The taps of a depthwise kernel that meet the other image at one pixel, and the pixels where they do: input pixels under an output pixel,
/// or, for the input gradient, output pixels over an input pixel.
/// </summary>
internal unsafe ref struct DepthwiseTaps(Conv2dGeometry g, bool ofInput, Span<int> taps, Span<int> pixels)
{
    private readonly Span<int> taps = taps, pixels = pixels;

    /// <summary>How many taps meet a pixel.</summary>
    public int Count { get; private set; }

    /// <summary>Tap kh * KW + kw.</summary>
    public readonly int Tap(int index) => taps[index];

    /// <summary>The pixel that a tap meets, row * width + column.</summary>
    public readonly int Pixel(int index) => pixels[index];

    /// <summary>Lists the taps at a pixel, in the order of the kernel.</summary>
    public void At(int row, int column)
    {
        Count = 0;
        (int height, int width) = ofInput ? (g.OutHeight, g.OutWidth) : (g.Height, g.Width);
        for (int kh = 0; kh < g.KernelHeight; kh++)
        {
            int h = Meet(row, kh * g.DilationHeight - g.PadHeight, g.StrideHeight, height);
            if (h < 0) continue;
            for (int kw = 0; kw < g.KernelWidth; kw++)
            {
                int w = Meet(column, kw * g.DilationWidth - g.PadWidth, g.StrideWidth, width);
                if (w < 0) continue;
                (taps[Count], pixels[Count]) = (kh * g.KernelWidth + kw, h * width + w);
                Count++;
            }
        }
    }

    /// <summary>
    /// Where a tap that lies <paramref name="offset"/> from its window's corner meets the other image; negative where it does not. An output position
    /// q reads input position stride * q + offset.
    /// </summary>
    private readonly int Meet(int position, int offset, int stride, int size)
    {
        int met = ofInput ? position - offset : position * stride + offset;
        if (ofInput) met = met % stride == 0 ? met / stride : -1;
        return met < size ? met : -1;
    }
}
