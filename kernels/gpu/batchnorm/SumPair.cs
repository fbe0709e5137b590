namespace Catapult.Kernels.Gpu;

/// <summary>Two sums that are formed together.</summary>
internal readonly struct SumPair<T>(T first, T second) where T : unmanaged, IGpuLane<T>
{
    public readonly T First = first, Second = second;

    /// <summary>Both sums of both.</summary>
    public static SumPair<T> operator +(SumPair<T> a, SumPair<T> b) => new(a.First + b.First, a.Second + b.Second);
}
