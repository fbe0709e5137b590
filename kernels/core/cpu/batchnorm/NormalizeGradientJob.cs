using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>
/// The second pass of the gradient over one block of rows: dx = scale * dz + towardMean * (x - mean) + offset, where the last two carry the
/// dependence of the statistics on x and are zero when those are frozen; and the residual's gradient, dz itself.
/// </summary>
internal readonly unsafe struct NormalizeGradientJob<D, E, V>(
    NormalizeSlope<D, E, V> source, int rows, int channels, int rowsInPart, E* mean, E* scale, E* shift, E* towardMean, E* offsets, E* dx, E* dresidual) : IJob
    where D : struct, IUnary where E : unmanaged where V : struct, IVectorLane<V, E>
{
    public void Run(int part)
    {
        int first = part * rowsInPart, end = Math.Min(first + rowsInPart, rows), strip = RowStrips.Rows(channels, V.Count, rowsInPart);
        for (int row = first; row < end; row += strip) Strip((nint)row * channels, Math.Min(strip, end - row));
    }

    private void Strip(nint offset, int count)
    {
        int c = 0;
        for (; c <= channels - V.Count; c += V.Count) Column(offset + c, count, c);
        if (c < channels) Tail(offset + c, count, c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Column(nint at, int count, int c)
    {
        V m = V.Load(mean + c), a = V.Load(scale + c), b = V.Load(shift + c), t = V.Load(towardMean + c), o = V.Load(offsets + c);
        nint step = channels;
        for (int row = 0; row < count; row++, at += step)
        {
            V x = V.Load(source.X + at), g = source.Gradient(at, x, a, b);
            if (dresidual != null) V.Store(g, dresidual + at);
            V.Store(V.MultiplyAdd(a, g, V.MultiplyAdd(t, x - m, o)), dx + at);
        }
    }

    private void Tail(nint at, int count, int c)
    {
        int valid = channels - c;
        V m = V.LoadPartial(mean + c, valid), a = V.LoadPartial(scale + c, valid), b = V.LoadPartial(shift + c, valid);
        V t = V.LoadPartial(towardMean + c, valid), o = V.LoadPartial(offsets + c, valid);
        for (int row = 0; row < count; row++, at += channels)
        {
            V x = V.LoadPartial(source.X + at, valid), g = source.GradientPartial(at, x, a, b, valid);
            if (dresidual != null) V.StorePartial(g, dresidual + at, valid);
            V.StorePartial(V.MultiplyAdd(a, g, V.MultiplyAdd(t, x - m, o)), dx + at, valid);
        }
    }
}
