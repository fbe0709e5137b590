using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Catapult.Ladders;

namespace Catapult.Benchmarks;

/// <summary>Which part of the machine's <see cref="Ladders.Roof"/> on the same threads the throughput is. The roof is measured once all benchmarks have run.</summary>
public sealed class RoofColumn : IColumn
{
    /// <inheritdoc/>
    public string Id => nameof(RoofColumn);

    /// <inheritdoc/>
    public string ColumnName => "Roof";

    /// <inheritdoc/>
    public string Legend => "Throughput over the fastest multiply-adds (GFLOP) or memory traffic (GB) of the machine on as many threads";

    /// <inheritdoc/>
    public bool AlwaysShow => true;

    /// <inheritdoc/>
    public ColumnCategory Category => ColumnCategory.Custom;

    /// <inheritdoc/>
    public int PriorityInCategory => 1;

    /// <inheritdoc/>
    public bool IsNumeric => true;

    /// <inheritdoc/>
    public UnitType UnitType => UnitType.Dimensionless;

    /// <inheritdoc/>
    public bool IsAvailable(Summary summary) => true;

    /// <inheritdoc/>
    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        if (Throughput.Of(summary, benchmarkCase) is not { } throughput) return "";
        var roof = Roof.Of((int)benchmarkCase.Parameters[nameof(Suite.Threads)]);
        double? most = throughput.Unit switch { "GFLOP" => roof.FlopsPerSecond, "GB" => roof.BytesPerSecond, _ => null };
        return most is { } limit ? (1e9 * throughput.PerSecond / limit).ToString("P0", CultureInfo.InvariantCulture) : "";
    }
}
