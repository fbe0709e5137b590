using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// Descent without a schedule (Defazio et al. 2024, arXiv:2405.15682): gradients are taken at y = (1 - b) z + b x, where z goes along them at the full rate and x
/// is the average of the z so far, each with the square of the largest rate until then as its weight, so that a warm-up counts little. Parameters hold y; x, by
/// which a model is judged, comes with <see cref="BorrowAverage"/>, after which batch normalization wants its statistics measured anew. A group's momentum is b, above 0, and the same in all steps.
/// </summary>
/// <typeparam name="R">Moves y and z - y, the first slot.</typeparam>
public abstract class ScheduleFreeOptimizer<R> : Optimizer where R : struct, IUpdateRule
{
    private readonly OptimizerOptions options;

    /// <summary>An optimizer of the given groups.</summary>
    protected ScheduleFreeOptimizer(IReadOnlyList<ParameterGroup> groups, IReadOnlyList<StateSlot> slots, string name, OptimizerOptions options)
        : base(groups, slots) => (this.options, Description) = (options, $"{name}: {options}");

    /// <inheritdoc/>
    public override string Description { get; }

    /// <inheritdoc/>
    public override BorrowedWeights BorrowAverage()
    {
        NamedParameter[] stepped = [.. Groups.SelectMany(group => group.Parameters).Where(parameter => State.Parameters.Contains(parameter.Name))];
        var borrowed = new BorrowedWeights(stepped.Select(parameter => parameter.Value));
        foreach (ParameterGroup group in Groups)
            foreach (NamedParameter parameter in group.Parameters.Intersect(stepped))
                // x = y + (1 - 1 / b)(z - y).
                parameter.Value.Backend.Update<StrideRule>([1 / group.Momentum - 1, 1], [new UpdateTarget(parameter.Value.Buffer, State.Array(parameter)[0].Buffer, null, null, null)]);
        return borrowed;
    }

    /// <inheritdoc/>
    protected internal override void Step(ParameterGroup group, NamedParameter[] moving, DeviceBuffer? gate)
    {
        if (group.Momentum is not (> 0 and < 1)) throw new InputException($"Schedule-free methods mix an average in by the momentum, which must lie between 0 and 1, not be {group.Momentum}.");
        Span<double> c = stackalloc double[Coefficients<Lane64>.Max];
        options.Coefficients(group, group.Steps, c);
        double share = Share(group);
        (c[3], c[4], c[5]) = (share, group.LearningRate * group.Momentum, group.LearningRate * (1 - group.Momentum * (1 - share)));
        moving[0].Value.Backend.Update<R>(c, [.. moving.Select(parameter => Target(parameter, State.Array(parameter)))], gate);
    }

    /// <summary>The share of the newest z in the average: its weight over the sum of all.</summary>
    private double Share(ParameterGroup group)
    {
        string peak = $"{group.Name}/largest_rate", sum = $"{group.Name}/weight_sum";
        double largest = Math.Max(State.Number(peak), group.LearningRate), weight = largest * largest;
        (State.Numbers[peak], State.Numbers[sum]) = (largest, weight + State.Number(sum));
        return weight > 0 ? weight / State.Numbers[sum] : 0;
    }

    private static UpdateTarget Target(NamedParameter parameter, Tensor[] slots) =>
        new(parameter.Value.Buffer, parameter.Value.Grad!.Buffer, slots[0].Buffer, slots.Length > 1 ? slots[1].Buffer : null, null);
}
