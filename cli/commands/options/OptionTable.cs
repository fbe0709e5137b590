using System.CommandLine;
using Catapult.Kernels;

namespace Catapult.Cli;

/// <summary>All options of a command: from the parsed command line to the command's record.</summary>
/// <param name="groups">The options in the order of the help.</param>
public sealed class OptionTable<TOptions>(IReadOnlyList<OptionGroup<TOptions>> groups) where TOptions : CommandOptions, new()
{
    /// <summary>The options in the order of the help.</summary>
    public IReadOnlyList<OptionGroup<TOptions>> Groups => groups;

    /// <summary>The options one by one.</summary>
    public IEnumerable<OptionRow<TOptions>> Rows => groups.SelectMany(group => group.Rows);

    /// <summary>Reads the options that the command line states into a record of the defaults, and checks them against each other.</summary>
    /// <exception cref="InputException">A value is illegal, two contradict each other, or <c>--resume</c> forbids one.</exception>
    public TOptions Read(ParseResult line) => Read(line, new TOptions());

    /// <summary>The same into a record that holds more than the defaults already.</summary>
    /// <exception cref="InputException">A value is illegal, two contradict each other, or <c>--resume</c> forbids one.</exception>
    public TOptions Read(ParseResult line, TOptions options)
    {
        foreach (OptionRow<TOptions> row in Rows)
            if (line.GetResult(row.Option) is { Implicit: false } result)
            {
                options = row.Apply(options, result.Tokens is [var token, ..] ? token.Value : "");
                options = options with { Given = options.Given.Add(row.Name) };
            }

        if (options.Resume is null)
            options.Check();
        else if (Rows.FirstOrDefault(row => row.OnResume == ResumeRule.Fixed && options.Given.Contains(row.Name)) is { } settled)
            throw new InputException(
                $"{settled.Name} is settled by the run that --resume continues: leave it out, or start a new run without --resume.");
        return options;
    }

    /// <summary>The options of a continued run: the earlier run's, with those that the command line may change put over them.</summary>
    /// <param name="given">What <see cref="Read(ParseResult)"/> returned.</param>
    /// <param name="earlier">Options of the run that is continued.</param>
    /// <exception cref="InputException">The two do not go together.</exception>
    public TOptions Continue(TOptions given, TOptions earlier)
    {
        TOptions merged = Rows
            .Where(row => row.OnResume != ResumeRule.Own && !given.Given.Contains(row.Name))
            .Aggregate(given, (options, row) => row.Copy(earlier, options));
        merged.Check();
        return merged;
    }

    /// <summary>All options with their values, for the record of a run.</summary>
    public IEnumerable<KeyValuePair<string, string>> Describe(TOptions options) => Rows.Select(row => KeyValuePair.Create(row.Name, row.Show(options)));
}
