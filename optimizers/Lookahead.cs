using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// Lookahead (Zhang et al. 2019, arXiv:1907.08610) around any optimizer: after every k of its steps the slow weights go a share of the way to the fast ones, and the
/// fast ones go on from there: s = s + alpha (w - s); w = s.
/// </summary>
public sealed class Lookahead : Optimizer
{
    private readonly Optimizer inner;
    private readonly int every, slot;
    private readonly double alpha;

    /// <summary>Lookahead around an optimizer.</summary>
    /// <param name="inner">What makes the fast steps.</param>
    /// <param name="every">Steps from one look ahead to the next.</param>
    /// <param name="alpha">The share of the way.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1 step, or a share outside of (0, 1].</exception>
    public Lookahead(Optimizer inner, int every = 6, double alpha = 0.5) : base(inner, "slow_weights")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        if (alpha is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "The share must be above 0 and at most 1.");
        (this.inner, this.every, this.alpha, slot) = (inner, every, alpha, State.SlotNames.Count - 1);
        Description = FormattableString.Invariant($"Lookahead: {alpha} of the way every {every} steps of {inner.Description}");
    }

    /// <inheritdoc/>
    public override string Description { get; }

    /// <inheritdoc/>
    public override double EffectiveRate(ParameterGroup group) => inner.EffectiveRate(group);

    /// <inheritdoc/>
    public override bool NeedsLoss => inner.NeedsLoss;

    /// <inheritdoc/>
    public override void Consult(Func<Tensor> loss) => inner.Consult(loss);

    /// <inheritdoc/>
    public override BorrowedWeights? BorrowAverage() => inner.BorrowAverage();

    /// <inheritdoc/>
    protected override void Prepare(DeviceBuffer? gate) => inner.PrepareAll(gate);

    /// <inheritdoc/>
    protected internal override void Step(ParameterGroup group, NamedParameter[] moving, DeviceBuffer? gate)
    {
        foreach (NamedParameter parameter in moving.Where(one => !State.Parameters.Contains(one.Name))) State.Array(parameter)[slot].CopyFrom(parameter.Value);
        inner.Step(group, moving, gate);
        if (group.Steps % every != 0) return;
        UpdateTarget[] targets = [.. group.Parameters.Where(one => State.Parameters.Contains(one.Name)).Select(one =>
            // A rule's gradient is read only; here it is not read at all.
            new UpdateTarget(one.Value.Buffer, one.Value.Buffer, Slot(one, slot), null, null))];
        group.Parameters[0].Value.Backend.Update<LookaheadRule>([alpha], targets, gate);
    }
}
