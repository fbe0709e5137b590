using Catapult.Optimizers;

namespace Catapult.Cli;

/// <summary>What optimizers take where the command line states nothing, in the words of the help.</summary>
internal static class OptimizerDefaults
{
    /// <summary>One column of the optimizers, such as <c>0.0005 for sgd and lars; 0.1 for lion; 0 for the others</c>.</summary>
    public static string Describe(Func<NamedOptimizer, double?> column)
    {
        IGrouping<double?, string>[] values = [.. NamedOptimizer.All.GroupBy(column, row => row.Name).OrderBy(value => value.Count())];
        IEnumerable<string> rare = values.SkipLast(1).Select(value => $"{Text(value.Key)} for {List([.. value])}");
        return string.Join("; ", rare.Append($"{Text(values[^1].Key)} for the others"));
    }

    private static string List(string[] names) => names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";

    private static string Text(double? value) => value is { } number ? FormattableString.Invariant($"{number}") : "none";
}
