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

    /// <summary>What a schedule's rate is multiplied by for this group, such as 0.1 for early layers or fan-in to fan-in ratios in muP.</summary>
    public double RateFactor { get; set; } = 1;

    /// <summary>The momentum of the next step: that of SGD and RMSprop, the first beta of Adam and its kin; Adagrad and Adadelta have none.</summary>
    public double Momentum { get; set; } = 0.9;

    /// <summary>The strength of the weight decay.</summary>
    public double WeightDecay { get; set; }

    /// <summary>How weight decay enters in this group; null for the way of the optimizer's options. Methods whose decay has one form, such as LAMB, have it here too.</summary>
    public WeightDecayMode? DecayMode { get; set; }

    /// <summary>
    /// Whether the group is left as it is. No gradients are computed for it then; schedules go on, and its steps are not counted, so that adaptive methods start
    /// afresh, or where they were, when it thaws.
    /// </summary>
    public bool IsFrozen
    {
        get;
        set
        {
            field = value;
            foreach (NamedParameter parameter in parameters)
            {
                parameter.Value.RequiresGrad = !value;
                if (value) parameter.Value.ZeroGrad();
            }
        }
    }

    /// <summary>Steps that were applied to this group; adaptive methods correct their bias by it.</summary>
    public long Steps { get; set; }

    /// <summary>All parameters in one group.</summary>
    public static ParameterGroup[] All(Module model, double weightDecay = 0) => [new("all", model.NamedParameters()) { WeightDecay = weightDecay }];

    /// <summary>One group for each module directly in a model that has parameters, named after it, the earliest layers first.</summary>
    public static ParameterGroup[] ByLayers(Module model, double weightDecay = 0)
    {
        ILookup<string, NamedParameter> layers = model.NamedParameters().ToLookup(parameter => parameter.Name.Split('.')[0]);
        return [.. layers.Select(layer => new ParameterGroup(layer.Key, [.. layer]) { WeightDecay = weightDecay })];
    }

    /// <summary>Two groups: weights, which decay, and biases with the parameters of normalizations, which do not.</summary>
    public static ParameterGroup[] WithoutDecayOnScalesAndShifts(Module model, double weightDecay)
    {
        ILookup<bool, NamedParameter> split = model.NamedParameters().ToLookup(p => p.Parameter.IsScaleOrShift);
        return [new("weights", [.. split[false]]) { WeightDecay = weightDecay }, new("scales and shifts", [.. split[true]])];
    }
}
