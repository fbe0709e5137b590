using System.CommandLine;
using Catapult.Kernels;

namespace Catapult.Cli;

/// <summary>One option of a command: its name, its words in the help, and its place in the command's record.</summary>
/// <typeparam name="TOptions">The record of the command's options.</typeparam>
public abstract class OptionRow<TOptions>
{
    /// <summary>The option as the parser knows it; its value is read by <see cref="Apply"/> from the plain text.</summary>
    public required Option Option { get; init; }

    /// <summary>The option's name, with its dashes.</summary>
    public string Name => Option.Name;

    /// <summary>What the option does, the names that it accepts, and its default.</summary>
    public required string Help { get; init; }

    /// <summary>What <c>--resume</c> does to it.</summary>
    public required ResumeRule OnResume { get; init; }

    /// <summary>Reads the value from its text into the record.</summary>
    /// <exception cref="InputException">The text is no legal value; the sentence names it, the option and what is legal.</exception>
    public abstract TOptions Apply(TOptions options, string text);

    /// <summary>Copies the value from one record to another.</summary>
    public abstract TOptions Copy(TOptions from, TOptions to);

    /// <summary>The value as text, for the record of a run; what decides it where none was given.</summary>
    public abstract string Show(TOptions options);
}
