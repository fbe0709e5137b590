namespace Catapult.Kernels;

/// <summary>What batch normalization reads: x (rows, channels), perhaps a residual of the same shape, and four vectors (channels).</summary>
public readonly record struct BatchNormOperands(
    DeviceBuffer X, DeviceBuffer? Residual, DeviceBuffer Mean, DeviceBuffer Variance, DeviceBuffer Gamma, DeviceBuffer Beta);
