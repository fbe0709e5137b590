using Catapult.Kernels;
using Catapult.Ladders;

namespace Catapult.Benchmarks;

/// <summary>Catapult beside PyTorch, workload by workload.</summary>
public static class Comparison
{
    // What is small need not leave the caches.
    private const int SmallLength = 1 << 16;

    /// <summary>Measures, prints each measurement as it comes, then the table, and writes the file that is asked for.</summary>
    /// <returns>0, or 1 where a workload failed on a device of its own; the others are measured all the same.</returns>
    /// <exception cref="InputException">The device cannot be used, or the file cannot be written.</exception>
    public static int Run(PeersOptions options, TextWriter output, TextWriter error)
    {
        Roof roof = Measure(options);
        TorchPeer? peer = TorchPeer.Find(options, error);
        List<ComparisonRow> rows = [.. options.Workloads.Select(workload => new ComparisonRow(workload, [], []))];
        int asked = rows.Count;
        for (int repetition = 0; repetition < options.Repeat; repetition++)
        {
            // By turns, so that a machine whose speed drifts is fair to both.
            foreach (ComparisonRow row in rows.ToArray())
            {
                if (Measure(row.Workload, options, error) is not { } own)
                {
                    rows.Remove(row);
                    continue;
                }
                row.Catapult.Add(own);
                Print(own, output);
                row.PyTorch.Add(peer?.Measure(row.Workload, error));
                Print(row.PyTorch[^1], output);
            }
        }
        var report = new ComparisonReport(Machine.Here(options.Device), roof, options, rows);
        ComparisonTable.Print(report, output);
        if (options.Json is { } path) report.Save(path);
        return rows.Count == asked ? 0 : 1;
    }

    /// <summary>A measurement, or null and a sentence that says why there is none.</summary>
    private static Measurement? Measure(Workload workload, PeersOptions options, TextWriter error)
    {
        try
        {
            return Measurement.Of(workload, options);
        }
        catch (Exception exception) when (options.Queues)
        {
            // What drivers throw has no type in common.
            error.WriteLine($"Catapult has no figure for {workload.Name}: {exception.Message.TrimEnd('.')}.");
            return null;
        }
    }

    private static Roof Measure(PeersOptions options)
    {
        if (!options.Queues) return Roof.Of(options.Threads);
        using Backend backend = options.CreateBackend();
        return Roof.Of(backend, options.Scale == PeersOptions.Small ? SmallLength : DevicePeak.LargeLength);
    }

    private static void Print(Measurement? measurement, TextWriter output)
    {
        if (measurement is null) return;
        output.WriteLine(measurement.ToJson());
        output.Flush();
    }
}
