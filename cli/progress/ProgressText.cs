using System.Globalization;

namespace Catapult.Cli;

/// <summary>The words of the progress displays, in the invariant culture.</summary>
internal static class ProgressText
{
    // From here on four decimals say nothing.
    private const double Large = 1e5;

    /// <summary>
    /// Step, epoch, loss, rate and speed in one line: <c>step 312/468  epoch 1/3  loss 0.5311  lr 0.0312  1,812 images/s</c>.
    /// </summary>
    public static string Facts(in ProgressReport report)
    {
        string epoch = report.Epoch > 0 ? $"  epoch {report.Epoch}/{report.Epochs}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"step {report.Step}/{report.TotalSteps}{epoch}  "
            + $"loss {(Math.Abs(report.Loss) < Large ? report.Loss.ToString("0.0000", CultureInfo.InvariantCulture) : report.Loss.ToString("G4", CultureInfo.InvariantCulture))}  lr {report.LearningRate:G3}  {report.ImagesPerSecond:N0} images/s");
    }

    /// <summary>
    /// The time that the remaining steps take at the pace since <paramref name="first"/>: <c>1:02 left</c>; empty at the first report.
    /// </summary>
    public static string TimeLeft(in ProgressReport first, in ProgressReport now)
    {
        if (now.Step <= first.Step)
            return "";
        TimeSpan left = (now.Elapsed - first.Elapsed) * ((now.TotalSteps - now.Step) / (double)(now.Step - first.Step));
        return left.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(long)left.TotalHours}:{left:mm\\:ss} left")
            : string.Create(CultureInfo.InvariantCulture, $"{left:m\\:ss} left");
    }
}
