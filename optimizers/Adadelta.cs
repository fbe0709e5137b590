namespace Catapult.Optimizers;

/// <summary>
/// Adadelta (Zeiler 2012), with a learning rate that scales its steps. A group's momentum has no meaning here.
/// Epsilon stands inside of both roots, as in the paper.
/// </summary>
public sealed class Adadelta : RuleOptimizer<AdadeltaRule>
{
    /// <summary>Adadelta over the given groups.</summary>
    public Adadelta(IReadOnlyList<ParameterGroup> groups, AdadeltaOptions? options = null)
        : base(groups, ["square_avg", "acc_delta"], "Adadelta", options ?? new())
    {
    }
}
