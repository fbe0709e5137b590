namespace Catapult.Kernels;

/// <summary>Spreads each window's gradient evenly over its pixels, for one image.</summary>
internal readonly unsafe struct AveragePoolGradientJob<E, V>(Pool2dGeometry g, E* dy, E* dx) : IJob where E : unmanaged where V : struct, IVectorLane<V, E>
{
    public void Run(int image)
    {
        int length = g.Height * g.Width * g.Channels;
        E* from = dy + (nint)image * g.OutHeight * g.OutWidth * g.Channels, to = dx + (nint)image * length;
        new Span<E>(to, length).Clear();
        V share = V.Const(1.0 / (g.KernelHeight * g.KernelWidth));
        for (int oh = 0; oh < g.OutHeight; oh++)
        {
            for (int ow = 0; ow < g.OutWidth; ow++, from += g.Channels)
            {
                var window = new PoolWindow(g, oh, ow);
                for (int h = window.Top; h < window.Bottom; h++)
                    for (int w = window.Left; w < window.Right; w++) Add(from, to + (h * g.Width + w) * g.Channels, share);
            }
        }
    }

    private void Add(E* from, E* to, V share)
    {
        for (int c = 0; c < g.Channels; c += V.Count)
        {
            int count = Math.Min(V.Count, g.Channels - c);
            V.StorePartial(V.LoadPartial(to + c, count) + V.LoadPartial(from + c, count) * share, to + c, count);
        }
    }
}
