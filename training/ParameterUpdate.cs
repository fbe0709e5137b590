namespace Catapult.Training;

/// <summary>What one step did to one parameter; norms are Euclidean.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="GradientNorm">Of its gradient.</param>
/// <param name="WeightNorm">Of its values before the step.</param>
/// <param name="UpdateNorm">Of its change.</param>
public readonly record struct ParameterUpdate(string Name, double GradientNorm, double WeightNorm, double UpdateNorm)
{
    /// <summary>The change relative to the values; NaN where the values are all 0.</summary>
    public double Ratio => WeightNorm > 0 ? UpdateNorm / WeightNorm : double.NaN;
}
