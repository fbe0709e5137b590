using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// Sophia-H (Liu et al. 2023, arXiv:2305.14342): momentum over an estimate of the Hessian's diagonal, each weight's step clipped to the rate. Every k steps
/// h = b2 h + (1 - b2) u * (H u), u ~ N(0, 1), by an exact Hessian-vector product; m = b1 m + (1 - b1) g; w = (1 - lr decay) w - lr clip(m / max(gamma h, epsilon), 1).
/// Every k-th step asks for the loss (<see cref="Optimizer.Consult"/>). A group's momentum is b1, 0.96 in the paper.
/// </summary>
public sealed class Sophia : Optimizer
{
    private readonly SophiaOptions options;

    /// <summary>Sophia-H over the given groups.</summary>
    public Sophia(IReadOnlyList<ParameterGroup> groups, SophiaOptions? options = null)
        : base(groups, ["exp_avg", "hessian"]) => (this.options, Description) = (options ?? new(), $"Sophia-H: {options ?? new()}");

    /// <inheritdoc/>
    public override string Description { get; }

    /// <inheritdoc/>
    public override bool NeedsLoss => Groups.Where(group => !group.IsFrozen).Max(group => (long?)group.Steps) % options.Every == 0;

    /// <inheritdoc/>
    public override void Consult(Func<Tensor> loss)
    {
        using var scope = TensorScope.Open();
        (ParameterGroup Group, NamedParameter Parameter)[] moving = [.. Groups.Where(group => !group.IsFrozen).SelectMany(group => group.Parameters.Select(parameter => (group, parameter)))];
        Tensor[] weights = [.. moving.Select(one => one.Parameter.Value)];
        Tensor[] gradients = Autograd.Grad(loss(), weights, createGraph: true);
        Tensor[] noise = [.. moving.Select((one, i) => Noise(one.Parameter.Value, one.Group.Steps, i))];
        Tensor along = gradients.Zip(noise, (gradient, u) => (gradient * u).Sum()).Aggregate((sum, one) => sum + one);
        Tensor[] products = Autograd.Grad(along, weights);
        using var mode = Autograd.NoGrad();
        for (int i = 0; i < moving.Length; i++) Follow(moving[i].Parameter, noise[i] * products[i]);
    }

    /// <inheritdoc/>
    protected internal override void Step(ParameterGroup group, NamedParameter[] moving, DeviceBuffer? gate)
    {
        Span<double> c = stackalloc double[Coefficients<Lane64>.Max];
        options.Coefficients(group, group.Steps, c);
        moving[0].Value.Backend.Update<SophiaRule>(
            c, [.. moving.Select(parameter => new UpdateTarget(parameter.Value.Buffer, parameter.Value.Grad!.Buffer, Slot(parameter, 0), Slot(parameter, 1), null))], gate);
    }

    /// <summary>A function of the seed, the step and the place, so that a resumed run draws the same.</summary>
    private Tensor Noise(Tensor weights, long step, int place) =>
        Tensor.Random(weights.Backend, weights.Shape, RandomDistribution.Normal, new RandomStream(options.Seed, Stream: 0).Fork((ulong)step).Fork((ulong)place), type: weights.Type);

    /// <summary>Moves the average on, unless the estimate is not finite.</summary>
    private void Follow(NamedParameter parameter, Tensor estimate)
    {
        Backend backend = parameter.Value.Backend;
        Tensor gate = Tensor.Zeros(backend, [1], DType.Float64);
        backend.SumOfSquares([estimate.Buffer], gate.Buffer);
        backend.Update<AverageRule>([options.Beta2], [new UpdateTarget(Slot(parameter, 1), estimate.Buffer, null, null, null)], gate.Buffer);
    }
}
