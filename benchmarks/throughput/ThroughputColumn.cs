using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Catapult.Benchmarks;

/// <summary>Work a second: what <see cref="ThroughputAttribute"/> counts, over the median time.</summary>
public sealed class ThroughputColumn : IColumn
{
    /// <inheritdoc/>
    public string Id => nameof(ThroughputColumn);

    /// <inheritdoc/>
    public string ColumnName => "Throughput";

    /// <inheritdoc/>
    public string Legend => "Work of one operation over its median time";

    /// <inheritdoc/>
    public bool AlwaysShow => true;

    /// <inheritdoc/>
    public ColumnCategory Category => ColumnCategory.Custom;

    /// <inheritdoc/>
    public int PriorityInCategory => 0;

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
        if (benchmarkCase.Descriptor.WorkloadMethod.GetCustomAttribute<ThroughputAttribute>() is not { } throughput) return "-";
        if (summary[benchmarkCase]?.ResultStatistics is not { } time) return "NA";
        double perSecond = WorkOf(benchmarkCase, throughput.Work) / (time.Median * 1e-9);
        return string.Create(CultureInfo.InvariantCulture, $"{perSecond:F1} {throughput.Unit}/s");
    }

    /// <summary>Reads the property from a suite that has the parameters of the case and no set-up.</summary>
    private static double WorkOf(BenchmarkCase benchmarkCase, string property)
    {
        Type type = benchmarkCase.Descriptor.Type;
        object suite = Activator.CreateInstance(type)!;
        foreach (ParameterInstance parameter in benchmarkCase.Parameters.Items) type.GetProperty(parameter.Name)!.SetValue(suite, parameter.Value);
        return Convert.ToDouble(type.GetProperty(property)!.GetValue(suite), CultureInfo.InvariantCulture);
    }
}
