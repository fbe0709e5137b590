namespace Catapult.Kernels;

/// <summary>
/// The gradients of group normalization over some images. With h = (x - mean) r and dh = dy gamma, dx = r (dh - mean dh - h mean(dh h)) over
/// each group; the sums of dy h and of dy by channel go into the part's own partial (2, channels).
/// </summary>
internal readonly unsafe struct GroupNormGradientJob<E, V>(GroupNormGeometry g, int imagesInPart, E* x, E* gamma, E* dy, E* dx, E* partial) : IJob
    where E : unmanaged where V : struct, IVectorLane<V, E>
{
    public void Run(int part)
    {
        E* sums = partial + (nint)part * 2 * g.Channels;
        new Span<E>(sums, 2 * g.Channels).Clear();
        for (int image = part * imagesInPart, end = Math.Min(image + imagesInPart, g.Images); image < end; image++)
            for (int group = 0; group < g.Groups; group++) Differentiate(image, group * g.Width, sums);
    }

    private void Differentiate(int image, int channel, E* sums)
    {
        nint start = (nint)image * g.Pixels * g.Channels + channel;
        (double mean, double root) = new GroupMoments<E, V>(g.Pixels, g.Width, g.Channels).Of(x + start, g.Epsilon);
        V centre = V.Const(mean), r = V.Const(root), slopes = V.Zero, products = V.Zero;
        double slope = 0, product = 0, count = (double)g.Pixels * g.Width;
        nint at = start;
        for (int pixel = 0; pixel < g.Pixels; pixel++, at += g.Channels)
            for (int i = 0; i < g.Width; i += V.Count)
            {
                V gradient = V.Load(dy + at + i), h = (V.Load(x + at + i) - centre) * r, dh = gradient * V.Load(gamma + channel + i);
                GroupMoments<E, V>.Add(dh, g.Width - i, ref slopes, ref slope);
                GroupMoments<E, V>.Add(dh * h, g.Width - i, ref products, ref product);
                Accumulate(gradient * h, sums + channel + i, g.Width - i);
                Accumulate(gradient, sums + g.Channels + channel + i, g.Width - i);
            }
        V meanSlope = V.Const((slope + GroupMoments<E, V>.Across(slopes)) / count), meanProduct = V.Const((product + GroupMoments<E, V>.Across(products)) / count);
        at = start;
        for (int pixel = 0; pixel < g.Pixels; pixel++, at += g.Channels)
            for (int i = 0; i < g.Width; i += V.Count)
            {
                V h = (V.Load(x + at + i) - centre) * r, dh = V.Load(dy + at + i) * V.Load(gamma + channel + i);
                V.StoreAtMost(r * (dh - meanSlope - h * meanProduct), dx + at + i, g.Width - i);
            }
    }

    private static void Accumulate(V value, E* sum, int left) => V.StoreAtMost(V.Load(sum) + value, sum, left);
}
