using Catapult.Kernels;

namespace Catapult.Lab;

/// <summary>All experiments by name.</summary>
public static class Experiments
{
    /// <summary>All of them, in the order of their names.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new AdamWOneCycle(),
        new AdamWAgainstL2(),
        new Balance(),
        new CatapultGeneralization(),
        new CatapultLinear(),
        new CatapultRelu(),
        new CyclicalRates(),
        new Discriminative(),
        new EdgeOfStability(),
        new MupTransfer(),
        new NoRate(),
        new NormAndDepth(),
        new OneCycleLeNet(),
        new RangeTestRegret(),
        new WarmRestarts(),
        new SuperConvergence(),
    ];

    /// <summary>The experiment of a name.</summary>
    /// <exception cref="InputException">There is none of that name.</exception>
    public static Experiment Named(string name) => All.FirstOrDefault(experiment => experiment.Name == name)
        ?? throw new InputException($"There is no experiment '{name}'; the experiments are {string.Join(", ", All.Select(experiment => experiment.Name))}.");
}
