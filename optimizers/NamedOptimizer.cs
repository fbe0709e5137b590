using System.Collections.Immutable;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>An optimizer by name, as commands and experiments know it: what it takes where nothing is stated, and how it is made.</summary>
/// <param name="Name">Its name, in lower case.</param>
/// <param name="Momentum">Its momentum or first beta; null where it has none.</param>
/// <param name="WeightDecay">Its weight decay.</param>
/// <param name="Create">Makes it over groups that have their settings.</param>
public sealed record NamedOptimizer(string Name, double? Momentum, double WeightDecay, Func<IReadOnlyList<ParameterGroup>, Optimizer> Create)
{
    /// <summary>
    /// All of them. RMSprop has a momentum, unlike PyTorch's, because 1cycle gives it one of about 0.9, and the range test before it must try the same.
    /// </summary>
    public static IReadOnlyList<NamedOptimizer> All { get; private set; } = ImmutableList.Create<NamedOptimizer>(
        new("sgd", 0.9, 5e-4, groups => new Sgd(groups, new SgdOptions(Nesterov: true))),
        new("adam", 0.9, 0, groups => new Adam(groups)),
        new("adamw", 0.9, 0.01, groups => new Adam(groups, new AdamOptions(Decay: WeightDecayMode.Decoupled))),
        new("amsgrad", 0.9, 0, groups => new Amsgrad(groups)),
        new("rmsprop", 0.9, 0, groups => new Rmsprop(groups)),
        new("adagrad", null, 0, groups => new Adagrad(groups)),
        new("adadelta", null, 0, groups => new Adadelta(groups)),
        new("adamax", 0.9, 0, groups => new Adamax(groups)),
        new("nadam", 0.9, 0, groups => new NAdam(groups)),
        new("radam", 0.9, 0, groups => new RAdam(groups)),
        new("adabelief", 0.9, 0, groups => new AdaBelief(groups)),
        new("lion", 0.9, 0.1, groups => new Lion(groups)),
        new("lars", 0.9, 5e-4, groups => new Lars(groups)),
        new("lamb", 0.9, 0.01, groups => new Lamb(groups)),
        new("adan", 0.98, 0.02, groups => new Adan(groups)),
        new("muon", 0.95, 0.01, groups => new Muon(groups)),
        new("sophia", 0.96, 0.1, groups => new Sophia(groups)),
        new("schedule-free-sgd", 0.9, 5e-4, groups => new ScheduleFreeSgd(groups)) { KeepsMomentum = true },
        new("schedule-free-adamw", 0.9, 0.01, groups => new ScheduleFreeAdamW(groups)) { KeepsMomentum = true },
        new("prodigy", 0.9, 0.01, groups => new Prodigy(groups)) { LearningRate = 1 },
        new("d-adaptation", 0.9, 0.01, groups => new DAdaptation(groups)) { LearningRate = 1 },
        new("sam", 0.9, 5e-4, groups => new Sam(new Sgd(groups, new SgdOptions(Nesterov: true)))),
        new("lookahead", 0.9, 5e-4, groups => new Lookahead(new Sgd(groups, new SgdOptions(Nesterov: true)))));

    /// <summary>The rate that it takes where none is stated; null where a range test has to find one.</summary>
    public double? LearningRate { get; init; }

    /// <summary>Whether its momentum must stay the same through a run, so that no schedule moves it.</summary>
    public bool KeepsMomentum { get; init; }

    /// <summary>Makes an optimizer of your own known by its name; do so before a command is run.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public static void Add(NamedOptimizer optimizer)
    {
        if (All.Any(one => one.Name == optimizer.Name)) throw new ArgumentException($"There is an optimizer '{optimizer.Name}' already; give yours another name.", nameof(optimizer));
        All = [.. All, optimizer];
    }

    /// <summary>The optimizer of a name.</summary>
    /// <exception cref="InputException">There is none of that name: it is misspelt, or another program made it known.</exception>
    public static NamedOptimizer Of(string name) => All.FirstOrDefault(optimizer => optimizer.Name == name)
        ?? throw new InputException($"This program knows no optimizer '{name}'; run the one that added it, or choose one of {string.Join(", ", All.Select(optimizer => optimizer.Name))}.");
}
