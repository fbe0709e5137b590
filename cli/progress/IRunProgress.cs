namespace Catapult.Cli;

/// <summary>
/// Shows how a run is getting on. Reports may come every step: they cost well under a microsecond, and few are shown.
/// Disposing ends the display; the final lines of a command are printed after it.
/// </summary>
public interface IRunProgress : IDisposable
{
    /// <summary>Notes where the run stands.</summary>
    void Report(in ProgressReport report);

    /// <summary>Shows a line that stays, such as the test accuracy of an epoch.</summary>
    void Message(string text);
}
