namespace Catapult.Benchmarks;

/// <summary>A workload with all its measurements; the two lists go together, repetition by repetition.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Catapult">This project's measurements.</param>
/// <param name="PyTorch">The peer's; null in a repetition in which it had none.</param>
public sealed record ComparisonRow(Workload Workload, List<Measurement> Catapult, List<Measurement?> PyTorch)
{
    /// <summary>The median of this project's medians.</summary>
    public double Rate => Median(Catapult.Select(one => one.Median))!.Value;

    /// <summary>The median of the peer's medians.</summary>
    public double? PeerRate => Median(PyTorch.OfType<Measurement>().Select(one => one.Median));

    /// <summary>The median over the repetitions of this project's rate by the peer's.</summary>
    public double? Ratio => Median(Ratios);

    /// <summary>The lowest of those.</summary>
    public double? LowestRatio => Ratios.Select(ratio => (double?)ratio).Min();

    /// <summary>The median of this project's rates of calls that are queued; null where nothing is queued.</summary>
    public double? QueuedRate => Median(Catapult.Select(one => one.Queued).OfType<double>());

    /// <summary>The seconds of a call; where calls are queued, without the wait for each.</summary>
    public double Seconds => Workload.Work / (QueuedRate ?? Rate);

    private IEnumerable<double> Ratios => Catapult.Zip(PyTorch).Where(pair => pair.Second is not null).Select(pair => pair.First.Median / pair.Second!.Median);

    private static double? Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
