using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>y = act(x * scale + shift + residual) over one block of rows; see <see cref="RowStrips"/>.</summary>
internal readonly unsafe struct NormalizeJob<O, E, V>(O activation, int rows, int channels, int rowsInPart, E* x, E* residual, E* scale, E* shift, E* y) : IJob
    where O : struct, IUnary where E : unmanaged where V : struct, IVectorLane<V, E>
{
    public void Run(int part)
    {
        int first = part * rowsInPart, end = Math.Min(first + rowsInPart, rows), strip = RowStrips.Rows(channels, V.Count, rowsInPart);
        for (int row = first; row < end; row += strip) Strip((nint)row * channels, Math.Min(strip, end - row));
    }

    private void Strip(nint offset, int count)
    {
        int c = 0;
        for (; c <= channels - V.Count; c += V.Count)
        {
            if (residual == null) Plain(x + offset + c, y + offset + c, V.Load(scale + c), V.Load(shift + c), count);
            else Residual(x + offset + c, residual + offset + c, y + offset + c, V.Load(scale + c), V.Load(shift + c), count);
        }
        if (c < channels) Tail(offset + c, V.LoadPartial(scale + c, channels - c), V.LoadPartial(shift + c, channels - c), count, channels - c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Plain(E* x, E* y, V scale, V shift, int count)
    {
        nint step = channels;
        for (int row = 0; row < count; row++, x += step, y += step) V.Store(activation.F(V.MultiplyAdd(V.Load(x), scale, shift)), y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Residual(E* x, E* r, E* y, V scale, V shift, int count)
    {
        nint step = channels;
        for (int row = 0; row < count; row++, x += step, r += step, y += step)
            V.Store(activation.F(V.MultiplyAdd(V.Load(x), scale, shift) + V.Load(r)), y);
    }

    private void Tail(nint offset, V scale, V shift, int count, int valid)
    {
        for (int row = 0; row < count; row++, offset += channels)
        {
            V z = V.MultiplyAdd(V.LoadPartial(x + offset, valid), scale, shift);
            if (residual != null) z += V.LoadPartial(residual + offset, valid);
            V.StorePartial(activation.F(z), y + offset, valid);
        }
    }
}
