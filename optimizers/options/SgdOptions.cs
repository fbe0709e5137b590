namespace Catapult.Optimizers;

/// <summary>The settings of <see cref="Sgd"/> beyond those of its groups; the defaults are PyTorch's.</summary>
/// <param name="Nesterov">Whether to look ahead along the momentum (Sutskever et al. 2013, PyTorch's form g + m v).</param>
/// <param name="Dampening">Reduces what a gradient adds to the momentum, from the second step on.</param>
/// <param name="Form">Where the learning rate stands.</param>
/// <param name="Decay">How weight decay enters.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
public sealed record SgdOptions(
    bool Nesterov = false, double Dampening = 0, MomentumForm Form = MomentumForm.RateOutside, WeightDecayMode Decay = WeightDecayMode.Coupled, bool Maximize = false)
{
    /// <summary>The settings in words, as the record of a run shows them.</summary>
    public override string ToString() =>
        $"{(Nesterov ? "Nesterov" : "heavy-ball")} momentum, rate {(Form == MomentumForm.RateInside ? "inside" : "outside")} it"
        + $"{(Dampening == 0 ? "" : FormattableString.Invariant($", dampening {Dampening}"))}, {Decay.ToString().ToLowerInvariant()} decay{(Maximize ? ", maximizing" : "")}";
}
