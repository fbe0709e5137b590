namespace Catapult.Optimizers;

/// <summary>
/// The settings of an optimizer beyond those of its groups: what they are in words, and which coefficients of its rule follow from them.
/// </summary>
/// <param name="Decay">How weight decay enters.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
public abstract record OptimizerOptions(WeightDecayMode Decay, bool Maximize)
{
    /// <summary>The settings of this optimizer alone, in words.</summary>
    protected abstract string Words { get; }

    /// <summary>The settings in words, as the record of a run shows them.</summary>
    public sealed override string ToString() => $"{Words}, {Decay.ToString().ToLowerInvariant()} decay{(Maximize ? ", maximizing" : "")}";

    /// <summary>Fills in all coefficients of the rule; a <see cref="CoefficientRule"/>.</summary>
    public void Coefficients(ParameterGroup group, long step, Span<double> c)
    {
        Descent.Fill(this, group, c);
        Fill(group, step, c);
    }

    /// <summary>Fills in the rule's own coefficients, those from c[<see cref="Descent.Count"/>] on.</summary>
    protected abstract void Fill(ParameterGroup group, long step, Span<double> c);
}
