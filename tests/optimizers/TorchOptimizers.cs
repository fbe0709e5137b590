using Catapult.Optimizers;

namespace Catapult.Tests;

/// <summary>PyTorch's optimizers, by name and arguments, in this library's terms.</summary>
/// <remarks>
/// The golden file holds more methods than the library has: those without a line in <see cref="Known"/>, and the amsgrad form of Adam, which keeps a
/// third slot. Their cases wait for them; a new optimizer is one new line.
/// </remarks>
internal static class TorchOptimizers
{
    private static readonly Dictionary<string, Func<OptimizerGolden, IReadOnlyList<ParameterGroup>, Optimizer>> Known = new()
    {
        ["SGD"] = (golden, groups) =>
            new Sgd(groups, new SgdOptions(golden.Flag("nesterov"), golden.Number("dampening", 0), Maximize: golden.Flag("maximize"))),
        ["Adam"] = (golden, groups) => Adam(golden, groups, WeightDecayMode.Coupled),
        ["AdamW"] = (golden, groups) => Adam(golden, groups, WeightDecayMode.Decoupled),
    };

    /// <summary>Whether the library has the method.</summary>
    public static bool Has(OptimizerGolden golden) => Known.ContainsKey(golden.Optimizer) && !golden.Flag("amsgrad");

    /// <summary>The optimizer of a case over groups that were given their rates; momentum and decay are set here.</summary>
    public static Optimizer Create(OptimizerGolden golden, IReadOnlyList<ParameterGroup> groups)
    {
        foreach (ParameterGroup group in groups)
        {
            group.Momentum = golden.Optimizer == "SGD" ? golden.Number("momentum", 0) : golden.Betas.First;
            group.WeightDecay = golden.Number("weight_decay", golden.Optimizer == "AdamW" ? 0.01 : 0);
        }
        return Known[golden.Optimizer](golden, groups);
    }

    private static Adam Adam(OptimizerGolden golden, IReadOnlyList<ParameterGroup> groups, WeightDecayMode decay) =>
        new(groups, new AdamOptions(golden.Betas.Second, golden.Number("eps", 1e-8), decay, golden.Flag("maximize")));
}
