using System.CommandLine;
using System.CommandLine.Parsing;
using Catapult.Kernels;

namespace Catapult.Cli;

/// <summary>Says in one sentence what the parser could not make sense of.</summary>
internal static class SyntaxErrors
{
    /// <summary>Accepts a command line whose every word has its place.</summary>
    /// <exception cref="InputException">A word has no place, or an option lacks its value or has two.</exception>
    public static void ThrowIfAny(ParseResult line)
    {
        foreach (OptionResult option in line.CommandResult.Children.OfType<OptionResult>().Where(option => !option.Implicit))
            ThrowIfMisused(option, line.CommandResult.Command);
        if (line.UnmatchedTokens is [var word, ..])
            throw Unknown(word, line.CommandResult.Command);
        if (line.CommandResult.Command is { Subcommands.Count: > 0 } root)
            throw new InputException($"Name a command{Under(root)}: {Names(root)} (see {FullName(root)} --help).");
        if (line.Errors is [var error, ..])
            throw new InputException(error.Message);
    }

    private static void ThrowIfMisused(OptionResult result, Command command)
    {
        Option option = result.Option;
        if (option.Arity.MaximumNumberOfValues == 0)
            return;
        if (result.Tokens is [])
            throw new InputException($"{option.Name} needs a value: {option.Name} {option.HelpName} (see {FullName(command)} --help).");
        if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--")) is { } next)
            throw new InputException($"{option.Name} needs a value: {option.Name} {option.HelpName}, but '{next.Value}' follows it.");
        if (result.IdentifierTokenCount > 1)
            throw new InputException($"{option.Name} is given {result.IdentifierTokenCount} times: give it once.");
    }

    private static InputException Unknown(string word, Command command)
    {
        bool isOption = word.StartsWith('-');
        string option = isOption ? word.Split('=', ':')[0] : $"--{word}";
        string suggestion = NearestName.Suggestion(option, command.Options.Select(known => known.Name).Append("--help"));
        if (command.Subcommands.Count > 0)
            return new(isOption
                ? $"Name a command{Under(command)} ({Names(command)}) before {option}{suggestion}."
                : $"There is no command '{word}'{Under(command)}{NearestName.Suggestion(word, command.Subcommands.Select(sub => sub.Name))}; "
                    + $"the commands are {Names(command)}.");
        return new(isOption
            ? $"{FullName(command)} has no option {option}{suggestion}; see {FullName(command)} --help."
            : $"{FullName(command)} takes {(command.Arguments.Count > 0 ? "one NAME and options" : "options only")}, and '{word}' is {(command.Arguments.Count > 0 ? "one too many" : $"none{suggestion}")}.");
    }

    private static string Names(Command root) => string.Join(", ", root.Subcommands.Select(command => command.Name));

    /// <summary><c> of catapult kernel</c>, for a command that has commands of its own; empty for the program itself.</summary>
    private static string Under(Command command) => command is RootCommand ? "" : $" of {FullName(command)}";

    /// <summary>The words that lead to a command.</summary>
    private static string FullName(Command command) => command is RootCommand ? CommandTree.ProgramName
        : $"{FullName(command.Parents.OfType<Command>().Single())} {command.Name}";
}
