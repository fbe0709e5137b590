namespace Catapult.Kernels;

/// <summary>How random elements are distributed.</summary>
public enum RandomDistribution
{
    /// <summary>Uniform in [0, 1).</summary>
    Uniform,

    /// <summary>Gaussian with mean 0 and variance 1.</summary>
    Normal,
}
