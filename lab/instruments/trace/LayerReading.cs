namespace Catapult.Lab;

/// <summary>What one step did to one parameter tensor. Norms are Euclidean; NaN stands for what there is none of.</summary>
/// <param name="Step">The number of the step, from 0.</param>
/// <param name="Name">The parameter.</param>
/// <param name="GradientNorm">Of its gradient, after clipping.</param>
/// <param name="WeightNorm">Of its values before the step.</param>
/// <param name="UpdateNorm">Of its change.</param>
/// <param name="MomentumCosine">Between the gradient and the momentum that it met, from -1 to 1; NaN without momentum.</param>
/// <param name="LowRate">The 5 % quantile of the effective rates of its weights, |change| / |direction|, the direction being the momentum where one is kept.</param>
/// <param name="MedianRate">The median of these.</param>
/// <param name="HighRate">The 95 % quantile.</param>
/// <param name="Decay">The share of the weights that decay takes, rate times decay.</param>
/// <param name="DeadUnits">The share of its output units without any gradient; NaN for vectors.</param>
public readonly record struct LayerReading(
    long Step, string Name, double GradientNorm, double WeightNorm, double UpdateNorm, double MomentumCosine,
    double LowRate, double MedianRate, double HighRate, double Decay, double DeadUnits)
{
    /// <summary>The change relative to the values; NaN where the values are all 0.</summary>
    public double Ratio => WeightNorm > 0 ? UpdateNorm / WeightNorm : double.NaN;
}
