namespace Catapult.Kernels;

/// <summary>The weight gradient of a depthwise convolution over one share of the images, into the share's own sums (taps, padded channels).</summary>
internal readonly unsafe struct DepthwiseWeightGradientJob<E, V>(Conv2dGeometry g, int imagesInPart, int partialLength, E* x, E* dy, E* partials) : IJob
    where E : unmanaged where V : struct, IVectorLane<V, E>
{
    public void Run(int part)
    {
        E* partial = partials + (nint)part * partialLength;
        new Span<E>(partial, partialLength).Clear();
        int window = g.KernelHeight * g.KernelWidth;
        var taps = new DepthwiseTaps(g, false, stackalloc int[window], stackalloc int[window]);
        for (int image = part * imagesInPart, end = Math.Min(image + imagesInPart, g.Batch); image < end; image++)
        {
            E* inputs = x + (nint)image * g.Height * g.Width * g.InChannels, gradients = dy + (nint)image * g.OutHeight * g.OutWidth * g.InChannels;
            for (int row = 0; row < g.OutHeight; row++)
                for (int column = 0; column < g.OutWidth; column++, gradients += g.InChannels)
                {
                    taps.At(row, column);
                    Pixel(taps, inputs, gradients, partial);
                }
        }
    }

    /// <summary>What the last vector sums beyond the channels, from neighbouring pixels, falls into the fill of the sums and is never read.</summary>
    private void Pixel(in DepthwiseTaps taps, E* inputs, E* gradient, E* sums)
    {
        int channels = g.InChannels, padded = DepthwisePacking<E>.Padded(channels, V.Count);
        for (int c = 0; c < channels; c += V.Count)
        {
            V slope = V.Load(gradient + c);
            for (int i = 0; i < taps.Count; i++)
            {
                E* sum = sums + taps.Tap(i) * padded + c;
                V.Store(V.MultiplyAdd(V.Load(inputs + taps.Pixel(i) * channels + c), slope, V.Load(sum)), sum);
            }
        }
    }
}
