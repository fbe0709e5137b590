using Catapult.Optimizers;

namespace Catapult.Cli;

/// <summary>An optimizer of <c>--optimizer</c>: what it takes where the command line states nothing, and how it is made.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Momentum">Its momentum or first beta; null where it has none.</param>
/// <param name="WeightDecay">Its weight decay.</param>
/// <param name="Create">Makes it over groups that have their settings.</param>
public sealed record NamedOptimizer(
    string Name, double? Momentum, double WeightDecay, Func<IReadOnlyList<ParameterGroup>, RunOptions, Optimizer> Create)
{
    /// <summary>
    /// All of them. RMSprop has a momentum, unlike PyTorch's, because 1cycle gives it one of about 0.9, and the range test before it must try the same.
    /// </summary>
    public static IReadOnlyList<NamedOptimizer> All { get; } =
    [
        new("sgd", 0.9, 5e-4, (groups, options) => new Sgd(groups, new SgdOptions(options.Nesterov, Form: FormOf(options)))),
        new("adam", 0.9, 0, (groups, _) => new Adam(groups)),
        new("adamw", 0.9, 0.01, (groups, _) => new Adam(groups, new AdamOptions(Decay: WeightDecayMode.Decoupled))),
        new("amsgrad", 0.9, 0, (groups, _) => new Amsgrad(groups)),
        new("rmsprop", 0.9, 0, (groups, _) => new Rmsprop(groups)),
        new("adagrad", null, 0, (groups, _) => new Adagrad(groups)),
        new("adadelta", null, 0, (groups, _) => new Adadelta(groups)),
        new("adamax", 0.9, 0, (groups, _) => new Adamax(groups)),
        new("nadam", 0.9, 0, (groups, _) => new NAdam(groups)),
        new("radam", 0.9, 0, (groups, _) => new RAdam(groups)),
        new("adabelief", 0.9, 0, (groups, _) => new AdaBelief(groups)),
        new("lion", 0.9, 0.1, (groups, _) => new Lion(groups)),
        new("lars", 0.9, 5e-4, (groups, _) => new Lars(groups)),
        new("lamb", 0.9, 0.01, (groups, _) => new Lamb(groups)),
    ];

    /// <summary>The optimizer of a name.</summary>
    /// <param name="name">One of <see cref="Choices.Optimizers"/>.</param>
    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public static NamedOptimizer Of(string name) => All.First(optimizer => optimizer.Name == name);

    /// <summary>One column of the table in words, as the help states it: <c>0.0005 for sgd, 0.01 for adamw, 0 for the others</c>.</summary>
    internal static string Describe(Func<NamedOptimizer, double?> column)
    {
        IGrouping<double?, string>[] values = [.. All.GroupBy(column, row => row.Name).OrderBy(value => value.Count())];
        IEnumerable<string> rare = values.SkipLast(1).Select(value => $"{Text(value.Key)} for {string.Join(" and ", value)}");
        return string.Join(", ", rare.Append($"{Text(values[^1].Key)} for the others"));
    }

    private static string Text(double? value) => value is { } number ? FormattableString.Invariant($"{number}") : "none";

    private static MomentumForm FormOf(RunOptions options) =>
        options.MomentumForm == "lr-inside" ? MomentumForm.RateInside : MomentumForm.RateOutside;
}
