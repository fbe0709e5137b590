namespace Catapult.Kernels;

/// <summary>
/// One row of a depthwise convolution, or of its input gradient: lanes run over channels, and each pixel sums the taps that meet it.
/// </summary>
internal readonly unsafe struct DepthwiseJob<E, V>(Conv2dGeometry g, bool inputGradient, E* x, E* weights, E* bias, E* y) : IJob
    where E : unmanaged where V : struct, IVectorLane<V, E>
{
    public void Run(int part)
    {
        (int height, int width, int from) = inputGradient ? (g.Height, g.Width, g.OutHeight * g.OutWidth) : (g.OutHeight, g.OutWidth, g.Height * g.Width);
        (int image, int row) = Math.DivRem(part, height);
        int window = g.KernelHeight * g.KernelWidth;
        var taps = new DepthwiseTaps(g, inputGradient, stackalloc int[window], stackalloc int[window]);
        E* source = x + (nint)image * from * g.InChannels, target = y + (nint)part * width * g.InChannels;
        for (int column = 0; column < width; column++, target += g.InChannels)
        {
            taps.At(row, column);
            Pixel(taps, source, target);
        }
    }

    private void Pixel(in DepthwiseTaps taps, E* source, E* target)
    {
        int channels = g.InChannels, padded = DepthwisePacking<E>.Padded(channels, V.Count);
        for (int c = 0; c < channels; c += V.Count)
        {
            V sum = V.Load(bias + c);
            for (int i = 0; i < taps.Count; i++)
                sum = V.MultiplyAdd(V.Load(source + taps.Pixel(i) * channels + c), V.Load(weights + taps.Tap(i) * padded + c), sum);
            V.StoreAtMost(sum, target + c, channels - c);
        }
    }
}
