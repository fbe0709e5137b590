using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// An optimizer that estimates the distance D from the first weights to a solution, over all groups together, and takes it for its rate: the rates of the groups
/// are factors of it, usually 1 times a schedule. The estimate is open, <c>State.Numbers["d"]</c>; each step waits for the device, which computes what it rests on.
/// </summary>
public abstract class RateFreeOptimizer : Optimizer
{
    private readonly double first;

    /// <summary>An optimizer of the given groups.</summary>
    /// <param name="groups">What is optimized.</param>
    /// <param name="slots">What is kept for each weight.</param>
    /// <param name="first">The estimate before the first step, far below any good one.</param>
    protected RateFreeOptimizer(IReadOnlyList<ParameterGroup> groups, IReadOnlyList<StateSlot> slots, double first) : base(groups, slots) => this.first = first;

    /// <summary>The estimate of D.</summary>
    public double Distance => State.Number("d", first);

    /// <inheritdoc/>
    public override double EffectiveRate(ParameterGroup group) => Distance * group.LearningRate;

    /// <inheritdoc/>
    protected override void Prepare(DeviceBuffer? gate)
    {
        (ParameterGroup Group, NamedParameter[] Parameters)[] moving =
            [.. Groups.Where(group => !group.IsFrozen).Select(group => (group, Moving(group))).Where(pair => pair.Item2.Length > 0)];
        if (moving.Length == 0 || !IsOpen(moving[0].Parameters[0].Value.Backend, gate)) return;
        using var mode = Autograd.NoGrad();
        using var scope = TensorScope.Open();
        // Before the averages move on, and after: both sums rest on the old estimate.
        double numerator = Sum(moving, Progress);
        foreach ((ParameterGroup group, NamedParameter[] parameters) in moving) Follow(group, parameters, gate);
        double denominator = Sum(moving, (_, parameter) => Travel(parameter).Abs());
        Estimate(numerator, denominator);
    }

    /// <summary>What a weight adds to the numerator of the estimate.</summary>
    protected abstract Tensor Progress(ParameterGroup group, NamedParameter parameter);

    /// <summary>Moves the averages on along the gradients.</summary>
    protected abstract void Follow(ParameterGroup group, IReadOnlyList<NamedParameter> parameters, DeviceBuffer? gate);

    /// <summary>The sum whose absolute values are the denominator.</summary>
    protected abstract Tensor Travel(NamedParameter parameter);

    /// <summary>Takes the new estimate from this step's sums.</summary>
    protected abstract void Estimate(double numerator, double denominator);

    private static double Sum(IEnumerable<(ParameterGroup Group, NamedParameter[] Parameters)> moving, Func<ParameterGroup, NamedParameter, Tensor> part) => moving
        .SelectMany(pair => pair.Parameters.Select(parameter => part(pair.Group, parameter).To(DType.Float64).Sum()))
        .Aggregate((sum, one) => sum + one)
        .Item();

    private static bool IsOpen(Backend backend, DeviceBuffer? gate)
    {
        if (gate is null) return true;
        double value = 0;
        backend.Download(gate, new Span<double>(ref value));
        return double.IsFinite(value);
    }
}
