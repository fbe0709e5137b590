namespace Catapult.Optimizers;

/// <summary>The settings of <see cref="ScheduleFreeSgd"/> beyond those of its groups.</summary>
/// <param name="Maximize">Whether to climb instead of descend.</param>
public sealed record ScheduleFreeSgdOptions(bool Maximize = false) : OptimizerOptions(WeightDecayMode.Coupled, Maximize)
{
    /// <inheritdoc/>
    protected override string Words => "average weighted by the square of the largest rate";

    /// <inheritdoc/>
    protected override void Fill(ParameterGroup group, long step, Span<double> c)
    {
    }
}
