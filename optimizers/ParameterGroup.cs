using Catapult.Engine;

namespace Catapult.Optimizers;

/// <summary>Parameters that share their settings. All settings may change between steps.</summary>
public sealed class ParameterGroup(string name, IReadOnlyList<NamedParameter> parameters)
{
    /// <summary>The group's name.</summary>
    public string Name => name;

    /// <summary>The parameters in it.</summary>
    public IReadOnlyList<NamedParameter> Parameters => parameters;

    /// <summary>The learning rate of the next step.</summary>
    public double LearningRate { get; set; } = 0.1;

    /// <summary>The momentum of the next step: that of SGD and RMSprop, the first beta of Adam and its kin; Adagrad and Adadelta have none.</summary>
    public double Momentum { get; set; } = 0.9;

    /// <summary>The strength of the weight decay.</summary>
    public double WeightDecay { get; set; }

    /// <summary>Whether the group is left as it is.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>Steps that were applied to this group; adaptive methods correct their bias by it.</summary>
    public long Steps { get; set; }

    /// <summary>All parameters in one group.</summary>
    public static ParameterGroup[] All(Module model, double weightDecay = 0) => [new("all", model.NamedParameters()) { WeightDecay = weightDecay }];

    /// <summary>Two groups: weights, which decay, and biases with the parameters of normalizations, which do not.</summary>
    public static ParameterGroup[] WithoutDecayOnScalesAndShifts(Module model, double weightDecay)
    {
        ILookup<bool, NamedParameter> split = model.NamedParameters().ToLookup(p => p.Parameter.IsScaleOrShift);
        return [new("weights", [.. split[false]]) { WeightDecay = weightDecay }, new("scales and shifts", [.. split[true]])];
    }
}
