using System.Text.Encodings.Web;
using System.Text.Json;
using Catapult.Engine;
using Catapult.Ladders;

namespace Catapult.Benchmarks;

/// <summary>All that a comparison found.</summary>
/// <param name="Machine">Where and when.</param>
/// <param name="Roof">What the machine can do.</param>
/// <param name="Options">How it was measured.</param>
/// <param name="Rows">The workloads.</param>
public sealed record ComparisonReport(Machine Machine, Roof Roof, PeersOptions Options, IReadOnlyList<ComparisonRow> Rows)
{
    // Names of processors have signs that the default would escape.
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes everything as JSON, whole or not at all.</summary>
    /// <exception cref="Kernels.InputException">The file cannot be written there.</exception>
    public void Save(string path) => AtomicFile.Write(path, writer => writer.WriteLine(JsonSerializer.Serialize(
        new { Machine, Options.Scale, Roof, Options.Seconds, Options.Repeat, Rows = Rows.Select(Row) }, Layout)));

    /// <summary>The least time that a call needs by the roof, over the time that it took; null where nothing is counted.</summary>
    public double? RoofShare(ComparisonRow row) => Roof.Floor(row.Workload.Flops, row.Workload.Bytes) / row.Seconds;

    private object Row(ComparisonRow row) => new
    {
        Workload = row.Workload.Name,
        row.Workload.Unit,
        row.Workload.Work,
        row.Workload.Flops,
        row.Workload.Bytes,
        FlopsFloorSeconds = Roof.FlopsFloor(row.Workload.Flops),
        BytesFloorSeconds = Roof.BytesFloor(row.Workload.Bytes),
        Bound = Roof.Bound(row.Workload.Flops, row.Workload.Bytes),
        RoofShare = RoofShare(row),
        row.Ratio,
        row.LowestRatio,
        Catapult = row.Catapult.Select(Figures),
        Pytorch = row.PyTorch.Select(one => one is null ? null : Figures(one)),
    };

    private static object Figures(Measurement one) => new { one.Median, one.Best, one.Runs, one.Queued };
}
