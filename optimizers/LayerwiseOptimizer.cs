using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// An optimizer whose rate differs from one parameter tensor to the next by a ratio of norms (You, Gitman and Ginsburg 2017). The norms come from the
/// device, so a step waits for it once. Biases and the parameters of normalizations have the ratio 1.
/// </summary>
public abstract class LayerwiseOptimizer : Optimizer
{
    private readonly List<ParameterGroup> counted = [];

    /// <summary>An optimizer of the given groups.</summary>
    /// <exception cref="ArgumentException">A parameter stands in two groups, or two parameters share a name.</exception>
    protected LayerwiseOptimizer(IReadOnlyList<ParameterGroup> groups, IReadOnlyList<StateSlot> slots) : base(groups, slots)
    {
    }

    /// <inheritdoc/>
    public override bool Step(DeviceBuffer? gate = null)
    {
        counted.Clear();
        foreach (ParameterGroup group in Groups)
        {
            NamedParameter[] moving = [.. group.Parameters.Where(parameter => parameter.Value.Grad is not null)];
            if (group.IsFrozen || moving.Length == 0) continue;
            group.Steps++;
            Prepare(group, moving, gate);
            (double Weights, double Direction)[] norms = Norms(moving);
            for (int i = 0; i < moving.Length; i++)
                Move(group, moving[i], moving[i].Parameter.IsScaleOrShift ? 1 : Ratio(group, norms[i].Weights, norms[i].Direction), gate);
            counted.Add(group);
        }
        return counted.Count > 0;
    }

    /// <inheritdoc/>
    public override void TakeBack()
    {
        foreach (ParameterGroup group in counted) group.Steps--;
        counted.Clear();
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

    /// <summary>All norms, queued before the first is waited for.</summary>
    private (double Weights, double Direction)[] Norms(NamedParameter[] parameters)
    {
        Backend backend = parameters[0].Value.Backend;
        var later = new Func<double>[2 * parameters.Length];
        for (int i = 0; i < parameters.Length; i++)
            (later[2 * i], later[2 * i + 1]) = (Square(backend, parameters[i].Value.Buffer), Square(backend, Direction(parameters[i])));
        return [.. parameters.Select((_, i) => (Math.Sqrt(later[2 * i]()), Math.Sqrt(later[2 * i + 1]())))];
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
