using System.Numerics;

namespace Catapult.Kernels;

/// <summary>Maxima of the windows of some images and the places where they were found.</summary>
internal readonly unsafe struct MaxPoolJob<E, V>(Pool2dGeometry g, E* x, E* y, int* indices) : IJob
    where E : unmanaged, IFloatingPointIeee754<E> where V : struct, IVectorLane<V, E>
{
    public void Run(int image)
    {
        int* taps = stackalloc int[g.KernelHeight * g.KernelWidth];
        for (int tap = 0; tap < g.KernelHeight * g.KernelWidth; tap++) taps[tap] = (tap / g.KernelWidth * g.Width + tap % g.KernelWidth) * g.Channels;
        nint to = (nint)image * g.OutHeight * g.OutWidth * g.Channels;
        for (int oh = 0; oh < g.OutHeight; oh++)
        {
            for (int ow = 0; ow < g.OutWidth; ow++, to += g.Channels)
            {
                var window = new PoolWindow(g, oh, ow);
                int top = oh * g.StrideHeight - g.PadHeight, left = ow * g.StrideWidth - g.PadWidth, first = ((image * g.Height + top) * g.Width + left) * g.Channels;
                int firstTap = (window.Top - top) * g.KernelWidth + window.Left - left;
                for (int c = 0; c < g.Channels; c += V.Count) Window(window, firstTap, first + c, taps, g.Channels - c, y + to + c, indices + to + c);
            }
        }
    }

    /// <param name="window">The window's part inside the image.</param>
    /// <param name="firstTap">The tap that meets the first pixel of that part.</param>
    /// <param name="first">Where the window begins in x, be it outside of the image.</param>
    /// <param name="taps">From there to each tap.</param>
    /// <param name="left">Channels from here on.</param>
    /// <param name="y">The maxima.</param>
    /// <param name="index">Their places.</param>
    private void Window(PoolWindow window, int firstTap, int first, int* taps, int left, E* y, int* index)
    {
        V best = V.Const(double.NegativeInfinity), place = V.Zero;
        bool isFirst = true;
        for (int h = window.Top; h < window.Bottom; h++, firstTap += g.KernelWidth)
        {
            int tap = firstTap;
            for (int w = window.Left; w < window.Right; w++, tap++)
            {
                // Reading past the last channel is within a buffer's slack; those lanes are thrown away.
                V value = V.Load(x + first + taps[tap]);
                V keep = V.Select(value <= best, V.One, V.Select(V.Equal(best, best), V.Zero, V.One));
                V kept = (isFirst ? V.Zero : keep) > V.Zero;
                isFirst = false;
                best = V.Select(kept, best, value);
                place = V.Select(kept, place, V.Const(tap));
            }
        }
        V.StoreAtMost(best, y, left);
        E* places = stackalloc E[V.Count];
        V.Store(place, places);
        for (int i = 0; i < Math.Min(V.Count, left); i++) index[i] = first + taps[int.CreateTruncating(places[i])] + i;
    }
}
