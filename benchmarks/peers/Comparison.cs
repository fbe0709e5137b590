namespace Catapult.Benchmarks;

/// <summary>Catapult beside PyTorch, workload by workload.</summary>
public static class Comparison
{
    /// <summary>Measures, prints each measurement as it comes, then the table, and writes the file that is asked for.</summary>
    /// <returns>0.</returns>
    /// <exception cref="Kernels.InputException">The file cannot be written.</exception>
    public static int Run(PeersOptions options, TextWriter output, TextWriter error)
    {
        TorchPeer? peer = TorchPeer.Find(options, error);
        Roof roof = Roof.Of(options.Threads);
        ComparisonRow[] rows = [.. options.Workloads.Select(workload => new ComparisonRow(workload, [], []))];
        for (int repetition = 0; repetition < options.Repeat; repetition++)
        {
            // By turns, so that a machine whose speed drifts is fair to both.
            foreach (ComparisonRow row in rows)
            {
                row.Catapult.Add(Measurement.Of(row.Workload, options.Threads, options.Seconds));
                Print(row.Catapult[^1], output);
                row.PyTorch.Add(peer?.Measure(row.Workload, error));
                Print(row.PyTorch[^1], output);
            }
        }
        var report = new ComparisonReport(Machine.Here, roof, options, rows);
        ComparisonTable.Print(report, output);
        if (options.Json is { } path) report.Save(path);
        return 0;
    }

    private static void Print(Measurement? measurement, TextWriter output)
    {
        if (measurement is null) return;
        output.WriteLine(measurement.ToJson());
        output.Flush();
    }
}
