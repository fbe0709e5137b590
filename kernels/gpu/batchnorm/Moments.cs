namespace Catapult.Kernels.Gpu;

/// <summary>Number, mean and sum of squared deviations of some elements, updated as Welford (1962) and merged as Chan, Golub and LeVeque (1979) do.</summary>
internal readonly struct Moments<T>(int count, T mean, T squares) where T : unmanaged, IGpuLane<T>
{
    private readonly int count = count;

    public readonly T Mean = mean;

    private readonly T squares = squares;

    /// <summary>The mean squared deviation.</summary>
    public T Variance => squares / T.Of(count);

    /// <summary>With one more element.</summary>
    public Moments<T> With(T x)
    {
        int n = count + 1;
        T deviation = x - Mean, moved = T.MultiplyAdd(deviation, T.Inverse(n), Mean);
        return new(n, moved, T.MultiplyAdd(deviation, x - moved, squares));
    }

    /// <summary>Of the elements of both.</summary>
    public static Moments<T> Merge(Moments<T> a, Moments<T> b)
    {
        if (b.count == 0) return a;
        if (a.count == 0) return b;
        int n = a.count + b.count;
        T apart = b.Mean - a.Mean, share = T.Of(b.count) * T.Inverse(n);
        return new(n, T.MultiplyAdd(apart, share, a.Mean), a.squares + b.squares + apart * apart * share * T.Of(a.count));
    }
}
