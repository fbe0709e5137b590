namespace Catapult.Kernels;

/// <summary>What the gradient of batch normalization writes: dx (rows, channels), the residual's gradient where there is a residual, and dgamma, dbeta (channels).</summary>
public readonly record struct BatchNormGradients(DeviceBuffer X, DeviceBuffer? Residual, DeviceBuffer Gamma, DeviceBuffer Beta);
