namespace Catapult.Kernels;

/// <summary>Averages of the windows of one image.</summary>
internal readonly unsafe struct AveragePoolJob<E, V>(Pool2dGeometry g, E* x, E* y) : IJob where E : unmanaged where V : struct, IVectorLane<V, E>
{
    public void Run(int image)
    {
        E* from = x + (nint)image * g.Height * g.Width * g.Channels, to = y + (nint)image * g.OutHeight * g.OutWidth * g.Channels;
        V share = V.Const(1.0 / (g.KernelHeight * g.KernelWidth));
        for (int oh = 0; oh < g.OutHeight; oh++)
        {
            for (int ow = 0; ow < g.OutWidth; ow++, to += g.Channels)
            {
                var window = new PoolWindow(g, oh, ow);
                for (int c = 0; c < g.Channels; c += V.Count)
                {
                    V sum = V.Zero;
                    for (int h = window.Top; h < window.Bottom; h++)
                        for (int w = window.Left; w < window.Right; w++) sum += V.Load(from + (h * g.Width + w) * g.Channels + c);
                    V.StorePartial(sum * share, to + c, Math.Min(V.Count, g.Channels - c));
                }
            }
        }
    }
}
