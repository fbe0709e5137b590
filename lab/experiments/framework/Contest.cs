namespace Catapult.Lab;

/// <summary>Several ways to train, each from the same few starts, side by side.</summary>
internal static class Contest
{
    /// <summary>The headings of <see cref="Standing.Cells"/>.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["epochs", "test accuracy, mean (%)", "of each net (%)", "training loss"];

    /// <summary>Runs all of them.</summary>
    /// <param name="context">Where and how.</param>
    /// <param name="name">Names the sweep.</param>
    /// <param name="contestants">What is compared; names are unique.</param>
    /// <param name="nets">Starts of each.</param>
    public static IReadOnlyList<Standing> Run(ExperimentContext context, string name, IReadOnlyList<Contestant> contestants, int nets)
    {
        IReadOnlyList<TrainingOutcome> outcomes = new Sweep<(Contestant One, TrainingCell Cell), TrainingOutcome>(context, name).Run(
            [.. from one in contestants from net in Enumerable.Range(0, nets) select (one, one.Train(context.Seed + (ulong)net))],
            setting => $"{setting.One.Name}, {setting.Cell.Epochs} epochs of {setting.Cell.Data.Train.Count} by {setting.Cell.BatchSize}, net {setting.Cell.Seed}",
            (setting, backend) => setting.Cell.Train(context, backend),
            outcome => outcome.ToString());
        return [.. contestants.Zip(outcomes.Chunk(nets), (one, own) => new Standing(one.Name, one.Train(context.Seed).Epochs, own))];
    }

    /// <summary>That one beats another, as a finding.</summary>
    /// <param name="what">The claim, in a phrase.</param>
    /// <param name="better">Which should be ahead.</param>
    /// <param name="worse">Of which.</param>
    public static Finding Beats(string what, Standing better, Standing worse) => new(
        what,
        $"mean test accuracy of {better.Name} above that of {worse.Name}",
        $"{ResultText.Percent(better.Accuracy)} % against {ResultText.Percent(worse.Accuracy)} %",
        better.Accuracy > worse.Accuracy);
}
