using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// An optimizer whose rate differs from one parameter tensor to the next by a ratio of norms (You, Gitman and Ginsburg 2017). The norms come from the
/// device, so a step waits for it, once a group. Biases and the parameters of normalizations have the ratio 1.
/// </summary>
public abstract class LayerwiseOptimizer : Optimizer
{
    /// <summary>An optimizer of the given groups.</summary>
    /// <exception cref="ArgumentException">A parameter stands in two groups, or two parameters share a name.</exception>
    protected LayerwiseOptimizer(IReadOnlyList<ParameterGroup> groups, IReadOnlyList<StateSlot> slots) : base(groups, slots)
    {
    }

    /// <inheritdoc/>
    protected internal override void Step(ParameterGroup group, NamedParameter[] moving, DeviceBuffer? gate)
    {
        Prepare(group, moving, gate);
        // All norms are queued before the first is waited for.
        Func<double>[] ratios = [.. moving.Select(parameter => RatioLater(group, parameter))];
        for (int i = 0; i < moving.Length; i++) Move(group, moving[i], ratios[i](), gate);
    }

    /// <summary>What has to be computed for all parameters before norms are taken; nothing by default.</summary>
    protected virtual void Prepare(ParameterGroup group, IReadOnlyList<NamedParameter> parameters, DeviceBuffer? gate)
    {
    }

    /// <summary>The buffer whose norm stands against that of the weights.</summary>
    protected abstract DeviceBuffer Direction(NamedParameter parameter);

    /// <summary>What the rate of a tensor is multiplied by, given both norms.</summary>
    protected abstract double Ratio(ParameterGroup group, double weights, double direction);

    /// <summary>Moves one parameter.</summary>
    protected abstract void Move(ParameterGroup group, NamedParameter parameter, double ratio, DeviceBuffer? gate);

    private Func<double> RatioLater(ParameterGroup group, NamedParameter parameter)
    {
        if (parameter.Parameter.IsScaleOrShift) return () => 1;
        Func<double> weights = Square(parameter.Value.Backend, parameter.Value.Buffer), direction = Square(parameter.Value.Backend, Direction(parameter));
        return () => Ratio(group, Math.Sqrt(weights()), Math.Sqrt(direction()));
    }

    private static Func<double> Square(Backend backend, DeviceBuffer buffer)
    {
        DeviceBuffer square = backend.Allocate(DType.Float64, 1);
        backend.SumOfSquares([buffer], square);
        Func<double> later = backend.ReadLater(square);
        backend.Release(square);
        return later;
    }
}
