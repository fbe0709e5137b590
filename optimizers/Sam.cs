using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// Sharpness-aware minimization (Foret et al. 2021, arXiv:2010.01412) around any optimizer: it steps along the gradient at w + rho g / |g|, the worst place nearby,
/// with the norm over all parameters. Every step asks for the loss a second time (<see cref="Optimizer.Consult"/>).
/// </summary>
public sealed class Sam : Optimizer
{
    private readonly Optimizer inner;
    private readonly double rho;
    private readonly NamedParameter[] parameters;

    /// <summary>SAM around an optimizer, which steps along the gradients found.</summary>
    /// <param name="inner">What steps.</param>
    /// <param name="rho">How far away the gradient is taken; 0.05 in the paper.</param>
    /// <exception cref="ArgumentOutOfRangeException">Rho is not positive.</exception>
    public Sam(Optimizer inner, double rho = 0.05) : base(inner)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rho);
        (this.inner, this.rho) = (inner, rho);
        parameters = [.. Groups.SelectMany(group => group.Parameters)];
        Description = FormattableString.Invariant($"SAM: rho {rho} around {inner.Description}");
    }

    /// <inheritdoc/>
    public override string Description { get; }

    /// <inheritdoc/>
    public override double EffectiveRate(ParameterGroup group) => inner.EffectiveRate(group);

    /// <inheritdoc/>
    public override bool NeedsLoss => true;

    /// <inheritdoc/>
    public override BorrowedWeights? BorrowAverage() => inner.BorrowAverage();

    /// <inheritdoc/>
    public override void Consult(Func<Tensor> loss)
    {
        double norm = new GradientNorm(parameters).Measure();
        // Without a direction, or with a broken one, the gradients stay as they are, and the step's gate judges them.
        if (!double.IsFinite(norm) || norm == 0) return;
        NamedParameter[] moving = [.. Groups.SelectMany(Moving)];
        using (new BorrowedWeights(moving.Select(parameter => parameter.Value)))
        {
            moving[0].Value.Backend.Update<StrideRule>(
                [-rho / norm, 1], [.. moving.Select(parameter => new UpdateTarget(parameter.Value.Buffer, parameter.Value.Grad!.Buffer, null, null, null))]);
            ZeroGrad();
            using var scope = TensorScope.Open();
            loss().Backward();
        }
        if (inner.NeedsLoss) inner.Consult(loss);
    }

    /// <inheritdoc/>
    protected override void Prepare(DeviceBuffer? gate) => inner.PrepareAll(gate);

    /// <inheritdoc/>
    protected internal override void Step(ParameterGroup group, NamedParameter[] moving, DeviceBuffer? gate) => inner.Step(group, moving, gate);
}
