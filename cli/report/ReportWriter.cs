using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Cli;

/// <summary>Writes the report of a training run: one HTML page that needs nothing besides itself.</summary>
public static class ReportWriter
{
    /// <summary>Writes the page, whole or not at all.</summary>
    /// <param name="report">What to show.</param>
    /// <param name="path">The file, replaced if it exists.</param>
    /// <exception cref="InputException">The file cannot be written there.</exception>
    public static void Write(TrainingReport report, string path)
    {
        string page = ReportPage.Render(report);
        AtomicFile.Write(path, writer => writer.Write(page));
    }
}
