using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>What batch normalization reads, as views.</summary>
internal readonly struct ChannelViews<T>(BatchNormGeometry geometry, in BatchNormOperands operands) where T : unmanaged, IGpuLane<T>
{
    private readonly int channels = geometry.Channels;
    private readonly T epsilon = T.Const(geometry.Epsilon);
    private readonly Flag hasResidual = operands.Residual is not null;
    private readonly ArrayView<T> x = At(operands.X), residual = At(operands.Residual ?? operands.X);
    private readonly ArrayView<T> mean = At(operands.Mean), variance = At(operands.Variance), gamma = At(operands.Gamma), beta = At(operands.Beta);

    /// <summary>The normalization of one channel.</summary>
    public ChannelTransform<T> Of(int channel) => new(mean[channel], T.One / T.Sqrt(variance[channel] + epsilon), gamma[channel], beta[channel]);

    /// <summary>(x - mean) / sqrt(variance + epsilon).</summary>
    public T Normalized(ChannelTransform<T> transform, int place) => (x[place] - transform.Mean) * transform.Inverse;

    /// <summary>What goes into the activation, given the normalized element.</summary>
    public T Sum(ChannelTransform<T> transform, T normalized, int place)
    {
        T sum = T.MultiplyAdd(normalized, transform.Gamma, transform.Beta);
        return hasResidual ? sum + residual[place] : sum;
    }

    /// <summary>Where an element lies.</summary>
    public int Place(int row, int channel) => row * channels + channel;

    private static ArrayView<T> At(DeviceBuffer buffer) => ((GpuBuffer)buffer).View<T>();
}
