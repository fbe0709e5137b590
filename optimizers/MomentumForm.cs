namespace Catapult.Optimizers;

/// <summary>Where the learning rate stands in the momentum update; the two differ whenever the rate changes.</summary>
public enum MomentumForm
{
    /// <summary>v = m v + g; w -= rate * v (PyTorch).</summary>
    RateOutside,

    /// <summary>v = m v + rate * g; w -= v (Caffe).</summary>
    RateInside,
}
