using static Catapult.Lab.ResultText;

namespace Catapult.Lab;

/// <summary>What came of a <see cref="Contestant"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Epochs">The length of its runs.</param>
/// <param name="Nets">The outcome of each net.</param>
internal sealed record Standing(string Name, int Epochs, IReadOnlyList<TrainingOutcome> Nets)
{
    /// <summary>The mean test accuracy at the end.</summary>
    public double Accuracy => Nets.Average(net => net.Accuracy);

    /// <summary>The cells of a table, under <see cref="Contest.Columns"/>.</summary>
    public IReadOnlyList<string> Cells =>
        [$"{Epochs}", Percent(Accuracy), string.Join(", ", Nets.Select(net => net.DivergedAt is null ? Percent(net.Accuracy) : "diverged")), Text(Nets.Average(net => net.Loss))];
}
