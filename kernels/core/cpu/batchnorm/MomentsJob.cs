namespace Catapult.Kernels;

/// <summary>
/// Mean and centred sum of squares of each channel over one block of rows. Two passes over a block that lies in cache are as
/// exact as two passes over all rows and read memory once.
/// </summary>
internal readonly unsafe struct MomentsJob<E, V>(int rows, int channels, int rowsInPart, E* x, E* partial) : IJob
    where E : unmanaged where V : struct, IVectorLane<V, E>
{
    public void Run(int part)
    {
        int first = part * rowsInPart, count = Math.Min(rowsInPart, rows - first);
        E* from = x + (nint)first * channels, means = partial + (nint)part * 2 * channels, squares = means + channels;
        AddSums(from, count, means);
        V share = V.Const(1.0 / count);
        int c = 0;
        for (; c <= channels - V.Count; c += V.Count)
        {
            V mean = V.Load(means + c) * share;
            V.Store(mean, means + c);
            V.Store(SquaresOf(from + c, count, mean), squares + c);
        }
        if (c < channels) Tail(from + c, count, means + c, squares + c, channels - c);
    }

    /// <summary>Adds the rows, whole vectors of channels alone; as <see cref="RowStrips"/> says, for this is the pass that reads memory.</summary>
    private void AddSums(E* x, int count, E* sums)
    {
        if (channels < 2 * V.Count)
        {
            if (channels >= V.Count) V.Store(SumOf(x, count), sums);
            return;
        }
        new Span<E>(sums, channels).Clear();
        for (int row = 0; row < count; row++, x += channels)
            for (int c = 0; c <= channels - V.Count; c += V.Count) V.Store(V.Load(sums + c) + V.Load(x + c), sums + c);
    }

    private V SumOf(E* x, int count)
    {
        V s0 = V.Zero, s1 = V.Zero, s2 = V.Zero, s3 = V.Zero;
        int row = 0;
        nint step = channels;
        for (; row <= count - 4; row += 4, x += 4 * step)
        {
            s0 += V.Load(x);
            s1 += V.Load(x + step);
            s2 += V.Load(x + 2 * step);
            s3 += V.Load(x + 3 * step);
        }
        for (; row < count; row++, x += step) s0 += V.Load(x);
        return s0 + s1 + (s2 + s3);
    }

    private V SquaresOf(E* x, int count, V mean)
    {
        V s0 = V.Zero, s1 = V.Zero, s2 = V.Zero, s3 = V.Zero;
        int row = 0;
        nint step = channels;
        for (; row <= count - 4; row += 4, x += 4 * step)
        {
            V d0 = V.Load(x) - mean, d1 = V.Load(x + step) - mean, d2 = V.Load(x + 2 * step) - mean, d3 = V.Load(x + 3 * step) - mean;
            s0 = V.MultiplyAdd(d0, d0, s0);
            s1 = V.MultiplyAdd(d1, d1, s1);
            s2 = V.MultiplyAdd(d2, d2, s2);
            s3 = V.MultiplyAdd(d3, d3, s3);
        }
        for (; row < count; row++, x += step)
        {
            V d = V.Load(x) - mean;
            s0 = V.MultiplyAdd(d, d, s0);
        }
        return s0 + s1 + (s2 + s3);
    }

    private void Tail(E* x, int count, E* mean, E* squares, int valid)
    {
        V sum = V.Zero, square = V.Zero;
        for (int row = 0; row < count; row++) sum += V.LoadPartial(x + (nint)row * channels, valid);
        V average = sum * V.Const(1.0 / count);
        for (int row = 0; row < count; row++)
        {
            V d = V.LoadPartial(x + (nint)row * channels, valid) - average;
            square += d * d;
        }
        V.StorePartial(average, mean, valid);
        V.StorePartial(square, squares, valid);
    }
}
