namespace Catapult.Optimizers;

/// <summary>The settings of <see cref="Muon"/> beyond those of its groups; the defaults are those of its authors' code, for a rate of 0.02.</summary>
/// <param name="Iterations">Rounds of <see cref="NewtonSchulz"/>.</param>
/// <param name="VectorRate">What AdamW's rate for vectors is of the group's.</param>
/// <param name="Beta1">The first beta of that AdamW.</param>
/// <param name="Beta2">Its second.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
public sealed record MuonOptions(int Iterations = 5, double VectorRate = 0.015, double Beta1 = 0.9, double Beta2 = 0.95, bool Maximize = false)
{
    /// <summary>The settings in words, as the record of a run shows them.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Iterations} Newton-Schulz iterations, decoupled decay; vectors by AdamW at {VectorRate} of the rate, betas {Beta1} and {Beta2}{(Maximize ? ", maximizing" : "")}");
}
