using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>Over one block of rows, for each channel: the sum of dz and the sum of dz * (x - mean), the first pass of the gradient.</summary>
internal readonly unsafe struct NormalizeSumsJob<D, E, V>(
    NormalizeSlope<D, E, V> source, int rows, int channels, int rowsInPart, E* mean, E* scale, E* shift, E* partial) : IJob
    where D : struct, IUnary where E : unmanaged where V : struct, IVectorLane<V, E>
{
    public void Run(int part)
    {
        int first = part * rowsInPart, end = Math.Min(first + rowsInPart, rows), strip = RowStrips.Rows(channels, V.Count, rowsInPart);
        E* sums = partial + (nint)part * 2 * channels, products = sums + channels;
        new Span<E>(sums, 2 * channels).Clear();
        for (int row = first; row < end; row += strip) Strip((nint)row * channels, Math.Min(strip, end - row), sums, products);
    }

    private void Strip(nint offset, int count, E* sums, E* products)
    {
        int c = 0;
        for (; c <= channels - V.Count; c += V.Count) Column(offset + c, count, c, sums + c, products + c);
        if (c < channels) Tail(offset + c, count, c, sums + c, products + c);
    }

    /// <summary>Adds the sums of a strip of rows to those of the block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Column(nint at, int count, int c, E* sum, E* product)
    {
        V m = V.Load(mean + c), a = V.Load(scale + c), b = V.Load(shift + c);
        V s0 = V.Zero, s1 = V.Zero, p0 = V.Zero, p1 = V.Zero;
        nint step = channels;
        int row = 0;
        for (; row <= count - 2; row += 2, at += 2 * step)
        {
            V x0 = V.Load(source.X + at), x1 = V.Load(source.X + at + step);
            V g0 = source.Gradient(at, x0, a, b), g1 = source.Gradient(at + step, x1, a, b);
            s0 += g0;
            s1 += g1;
            p0 = V.MultiplyAdd(g0, x0 - m, p0);
            p1 = V.MultiplyAdd(g1, x1 - m, p1);
        }
        if (row < count)
        {
            V x0 = V.Load(source.X + at), g0 = source.Gradient(at, x0, a, b);
            s0 += g0;
            p0 = V.MultiplyAdd(g0, x0 - m, p0);
        }
        V.Store(V.Load(sum) + (s0 + s1), sum);
        V.Store(V.Load(product) + (p0 + p1), product);
    }

    private void Tail(nint at, int count, int c, E* sum, E* product)
    {
        int valid = channels - c;
        V m = V.LoadPartial(mean + c, valid), a = V.LoadPartial(scale + c, valid), b = V.LoadPartial(shift + c, valid), s = V.LoadPartial(sum, valid), p = V.LoadPartial(product, valid);
        for (int row = 0; row < count; row++, at += channels)
        {
            V value = V.LoadPartial(source.X + at, valid), g = source.GradientPartial(at, value, a, b, valid);
            s += g;
            p += g * (value - m);
        }
        V.StorePartial(s, sum, valid);
        V.StorePartial(p, product, valid);
    }
}
