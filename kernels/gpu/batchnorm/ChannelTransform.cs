namespace Catapult.Kernels.Gpu;

/// <summary>The normalization of one channel, in registers.</summary>
internal readonly struct ChannelTransform<T>(T mean, T inverse, T gamma, T beta) where T : unmanaged, IGpuLane<T>
{
    public readonly T Mean = mean, Inverse = inverse, Gamma = gamma, Beta = beta;
}
