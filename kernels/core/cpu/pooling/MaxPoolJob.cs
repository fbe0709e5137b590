namespace Catapult.Kernels;

/// <summary>Maxima of the windows of some images and the places where they were found.</summary>
internal readonly unsafe struct MaxPoolJob<E, V>(Pool2dGeometry g, E* x, E* y, int* indices) : IJob where E : unmanaged where V : struct, IVectorLane<V, E>
{
    public void Run(int image)
    {
        int pixel = image * g.OutHeight * g.OutWidth;
        for (int oh = 0; oh < g.OutHeight; oh++)
        {
            for (int ow = 0; ow < g.OutWidth; ow++, pixel++)
            {
                var window = new PoolWindow(g, oh, ow);
                nint to = (nint)pixel * g.Channels;
                for (int c = 0; c < g.Channels; c += V.Count) Window(image, window, c, Math.Min(V.Count, g.Channels - c), y + to + c, indices + to + c);
            }
        }
    }

    private void Window(int image, PoolWindow window, int channel, int count, E* y, int* index)
    {
        E* from = x + (nint)image * g.Height * g.Width * g.Channels + channel;
        V best = V.Const(double.NegativeInfinity), place = V.Zero, tap = V.Zero;
        for (int h = window.Top; h < window.Bottom; h++)
        {
            for (int w = window.Left; w < window.Right; w++, tap += V.One)
            {
                // Reading past the last channel is within a buffer's slack; those lanes are thrown away.
                V value = V.Load(from + (h * g.Width + w) * g.Channels);
                V keep = V.Select(value <= best, V.One, V.Select(V.Equal(best, best), V.Zero, V.One));
                if (h == window.Top && w == window.Left) keep = V.Zero;
                V kept = keep > V.Zero;
                best = V.Select(kept, best, value);
                place = V.Select(kept, place, tap);
            }
        }
        V.StorePartial(best, y, count);
        int width = window.Right - window.Left, image0 = image * g.Height * g.Width;
        for (int i = 0; i < count; i++)
        {
            (int row, int column) = Math.DivRem((int)V.At(place, i), width);
            index[i] = (image0 + (window.Top + row) * g.Width + window.Left + column) * g.Channels + channel + i;
        }
    }
}
