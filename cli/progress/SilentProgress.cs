namespace Catapult.Cli;

/// <summary>Shows nothing, for <c>--quiet</c>.</summary>
public sealed class SilentProgress : IRunProgress
{
    /// <inheritdoc/>
    public void Report(in ProgressReport report)
    {
    }

    /// <inheritdoc/>
    public void Message(string text)
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
