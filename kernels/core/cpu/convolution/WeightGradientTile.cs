namespace Catapult.Kernels;

/// <summary>
/// Six neighbouring elements of the KW*C inputs under a kernel row by one or two vectors of output channels, summed over the pixels
/// of some output rows: the outer products of inputs and output gradients, with nothing packed.
/// </summary>
internal static unsafe class WeightGradientTile<E, V> where E : unmanaged where V : struct, IVectorLane<V, E>
{
    /// <summary>Weights along KW*C in a tile.</summary>
    public const int Lines = 6;

    /// <summary>
    /// target (Lines, two vectors) += sum over <paramref name="rows"/> by <paramref name="columns"/> pixels of some images, x stepping by
    /// <paramref name="stepX"/> a pixel, <paramref name="rowX"/> a row, with <paramref name="gapX"/> more behind the last row of an image; dy likewise.
    /// </summary>
    public static void Wide(E* x, nint stepX, nint rowX, nint gapX, E* dy, nint stepY, nint rowY, nint gapY, int images, int rows, int columns, E* target)
    {
        E* t = target;
        int v = V.Count;
        V c00 = V.Load(t), c01 = V.Load(t + v), c10 = V.Load(t + 2 * v), c11 = V.Load(t + 3 * v), c20 = V.Load(t + 4 * v), c21 = V.Load(t + 5 * v);
        V c30 = V.Load(t + 6 * v), c31 = V.Load(t + 7 * v), c40 = V.Load(t + 8 * v), c41 = V.Load(t + 9 * v), c50 = V.Load(t + 10 * v), c51 = V.Load(t + 11 * v);
        for (int left = images * rows, row = 1; left > 0; left--, row++, x += rowX, dy += rowY)
        {
            E* p = x, g = dy;
            for (int column = 0; column < columns; column++, p += stepX, g += stepY)
            {
                V g0 = V.Load(g), g1 = V.Load(g + V.Count), a = V.Broadcast(p);
                c00 = V.MultiplyAdd(a, g0, c00);
                c01 = V.MultiplyAdd(a, g1, c01);
                a = V.Broadcast(p + 1);
                c10 = V.MultiplyAdd(a, g0, c10);
                c11 = V.MultiplyAdd(a, g1, c11);
                a = V.Broadcast(p + 2);
                c20 = V.MultiplyAdd(a, g0, c20);
                c21 = V.MultiplyAdd(a, g1, c21);
                a = V.Broadcast(p + 3);
                c30 = V.MultiplyAdd(a, g0, c30);
                c31 = V.MultiplyAdd(a, g1, c31);
                a = V.Broadcast(p + 4);
                c40 = V.MultiplyAdd(a, g0, c40);
                c41 = V.MultiplyAdd(a, g1, c41);
                a = V.Broadcast(p + 5);
                c50 = V.MultiplyAdd(a, g0, c50);
                c51 = V.MultiplyAdd(a, g1, c51);
            }
            if (row < rows) continue;
            row = 0;
            x += gapX;
            dy += gapY;
        }
        V.Store(c00, t);
        V.Store(c01, t + v);
        V.Store(c10, t + 2 * v);
        V.Store(c11, t + 3 * v);
        V.Store(c20, t + 4 * v);
        V.Store(c21, t + 5 * v);
        V.Store(c30, t + 6 * v);
        V.Store(c31, t + 7 * v);
        V.Store(c40, t + 8 * v);
        V.Store(c41, t + 9 * v);
        V.Store(c50, t + 10 * v);
        V.Store(c51, t + 11 * v);
    }

    /// <summary>As <see cref="Wide"/> with one vector: target (Lines, one vector).</summary>
    public static void Narrow(E* x, nint stepX, nint rowX, nint gapX, E* dy, nint stepY, nint rowY, nint gapY, int images, int rows, int columns, E* target)
    {
        E* t = target;
        int v = V.Count;
        V c0 = V.Load(t), c1 = V.Load(t + v), c2 = V.Load(t + 2 * v), c3 = V.Load(t + 3 * v), c4 = V.Load(t + 4 * v), c5 = V.Load(t + 5 * v);
        for (int left = images * rows, row = 1; left > 0; left--, row++, x += rowX, dy += rowY)
        {
            E* p = x, g = dy;
            for (int column = 0; column < columns; column++, p += stepX, g += stepY)
            {
                V gradient = V.Load(g);
                c0 = V.MultiplyAdd(V.Broadcast(p), gradient, c0);
                c1 = V.MultiplyAdd(V.Broadcast(p + 1), gradient, c1);
                c2 = V.MultiplyAdd(V.Broadcast(p + 2), gradient, c2);
                c3 = V.MultiplyAdd(V.Broadcast(p + 3), gradient, c3);
                c4 = V.MultiplyAdd(V.Broadcast(p + 4), gradient, c4);
                c5 = V.MultiplyAdd(V.Broadcast(p + 5), gradient, c5);
            }
            if (row < rows) continue;
            row = 0;
            x += gapX;
            dy += gapY;
        }
        V.Store(c0, t);
        V.Store(c1, t + v);
        V.Store(c2, t + 2 * v);
        V.Store(c3, t + 3 * v);
        V.Store(c4, t + 4 * v);
        V.Store(c5, t + 5 * v);
    }
}
