namespace Catapult.Optimizers;

/// <summary>The settings of <see cref="Prodigy"/> beyond those of its groups; the defaults are those of the paper's code.</summary>
/// <param name="Beta2">The decay of the second moment; its root is that of the sums.</param>
/// <param name="Epsilon">Keeps the denominator away from 0, times d.</param>
/// <param name="FirstDistance">The estimate before the first step.</param>
/// <param name="Coefficient">Multiplies the estimate; below 1 for smaller rates, above for larger ones.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
public sealed record ProdigyOptions(double Beta2 = 0.999, double Epsilon = 1e-8, double FirstDistance = 1e-6, double Coefficient = 1, bool Maximize = false)
{
    /// <summary>The settings in words, as the record of a run shows them.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"beta2 {Beta2}, epsilon {Epsilon}, first distance {FirstDistance}, coefficient {Coefficient}, decoupled decay{(Maximize ? ", maximizing" : "")}");
}
