using Catapult.Kernels;

namespace Catapult.Cli;

/// <summary>How the value of an option is written.</summary>
/// <param name="HelpName">The value's name in the help; empty for a switch that takes none.</param>
/// <param name="Parse">Reads the value: (name of the option, text) to value; throws <see cref="InputException"/>.</param>
public sealed record ValueSyntax<T>(string HelpName, Func<string, string, T> Parse)
{
    /// <summary>The names accepted, where they are a fixed set.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
