namespace Catapult.Kernels.Gpu;

/// <summary>
/// The largest x so far and the sum of e^(x - largest), in one pass (Milakov and Gimelshein 2018). An infinite or absent x leaves NaN behind, as it must.
/// </summary>
internal readonly struct SoftmaxSum<T>(T largest, T sum) where T : unmanaged, IGpuLane<T>
{
    public readonly T Largest = largest, Sum = sum;

    /// <summary>Of no element.</summary>
    public static SoftmaxSum<T> Empty => new(T.Const(double.NegativeInfinity), T.Zero);

    /// <summary>Of one element.</summary>
    public static SoftmaxSum<T> Of(T x) => new(x, T.One);

    /// <summary>Of the elements of both.</summary>
    public static SoftmaxSum<T> Merge(SoftmaxSum<T> a, SoftmaxSum<T> b)
    {
        T largest = T.Max(a.Largest, b.Largest);
        return new(largest, a.Sum * Factor(a.Largest, largest) + b.Sum * Factor(b.Largest, largest));
    }

    /// <summary>Where nothing was larger than -infinity the sum is of zeros, not of e^(-infinity + infinity).</summary>
    private static T Factor(T own, T largest) => T.Select(T.Equal(own, T.Const(double.NegativeInfinity)), T.Zero, T.Exp(own - largest));
}
