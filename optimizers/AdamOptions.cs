namespace Catapult.Optimizers;

/// <summary>The settings of <see cref="Adam"/> beyond those of its groups; the defaults are PyTorch's.</summary>
/// <param name="Beta2">The decay of the second moment.</param>
/// <param name="Epsilon">Keeps the denominator away from 0.</param>
/// <param name="Decay">Coupled is Adam with L2, decoupled is AdamW.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
public sealed record AdamOptions(double Beta2 = 0.999, double Epsilon = 1e-8, WeightDecayMode Decay = WeightDecayMode.Coupled, bool Maximize = false)
{
    /// <summary>The settings in words, as the record of a run shows them.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"beta2 {Beta2}, epsilon {Epsilon}, {Decay.ToString().ToLowerInvariant()} decay{(Maximize ? ", maximizing" : "")}");
}
