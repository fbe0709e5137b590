namespace Catapult.Kernels;

/// <summary>
/// Batch normalization over the rows of a (Rows, Channels) matrix, which is what channels-last images are:
/// y = act((x - mean) / sqrt(variance + Epsilon) * gamma + beta + residual), statistics, gamma and beta (Channels).
/// </summary>
public readonly record struct BatchNormGeometry(int Rows, int Channels, double Epsilon);
