namespace Catapult.Optimizers;

/// <summary>The settings of <see cref="Sgd"/> beyond those of its groups; the defaults are PyTorch's.</summary>
/// <param name="Nesterov">Whether to look ahead along the momentum (Sutskever et al. 2013, PyTorch's form g + m v).</param>
/// <param name="Dampening">Reduces what a gradient adds to the momentum, from the second step on.</param>
/// <param name="Form">Where the learning rate stands.</param>
/// <param name="Decay">How weight decay enters.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
public sealed record SgdOptions(
    bool Nesterov = false, double Dampening = 0, MomentumForm Form = MomentumForm.RateOutside, WeightDecayMode Decay = WeightDecayMode.Coupled, bool Maximize = false)
    : OptimizerOptions(Decay, Maximize)
{
    private bool IsInside => Form == MomentumForm.RateInside;

    /// <inheritdoc/>
    protected override string Words =>
        $"{(Nesterov ? "Nesterov" : "heavy-ball")} momentum, rate {(IsInside ? "inside" : "outside")} it"
        + $"{(Dampening == 0 ? "" : FormattableString.Invariant($", dampening {Dampening}"))}";

    /// <inheritdoc/>
    protected override void Fill(ParameterGroup group, long step, Span<double> c)
    {
        double rate = group.LearningRate, momentum = group.Momentum, intake = step == 1 ? 1 : 1 - Dampening;
        c[3] = momentum;
        c[4] = IsInside ? rate * intake : intake;
        c[5] = Nesterov ? rate : 0;
        c[6] = (IsInside ? 1 : rate) * (Nesterov ? momentum : 1);
    }
}
