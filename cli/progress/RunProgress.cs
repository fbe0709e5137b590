using Spectre.Console;

namespace Catapult.Cli;

/// <summary>Chooses how a run shows its progress.</summary>
public static class RunProgress
{
    /// <summary>A live bar where the output is a terminal that can draw one, lines elsewhere, nothing with <c>--quiet</c>.</summary>
    /// <param name="output">Where lines go.</param>
    /// <param name="quiet">Whether to show nothing.</param>
    public static IRunProgress Open(TextWriter output, bool quiet)
    {
        if (quiet)
            return new SilentProgress();
        bool terminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi;
        return terminal ? new LiveProgress(AnsiConsole.Console) : new PlainProgress(output);
    }
}
