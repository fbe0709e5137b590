namespace Catapult.Kernels.Gpu;

/// <summary>The mean of a group, and 1 / sqrt(variance + epsilon).</summary>
internal readonly struct GroupStatistics<T>(T mean, T inverse) where T : unmanaged, IGpuLane<T>
{
    private readonly T mean = mean;

    public readonly T Inverse = inverse;

    /// <summary>(x - mean) / sqrt(variance + epsilon).</summary>
    public T Normalized(T x) => (x - mean) * Inverse;
}
