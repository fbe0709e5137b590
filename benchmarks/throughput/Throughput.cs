using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Catapult.Benchmarks;

/// <summary>Work a second: what <see cref="ThroughputAttribute"/> counts, over the median time.</summary>
/// <param name="Unit">What is counted.</param>
/// <param name="PerSecond">How much of it a second.</param>
public readonly record struct Throughput(string Unit, double PerSecond)
{
    /// <summary>The throughput of a case; null where none is counted or the case failed.</summary>
    public static Throughput? Of(Summary summary, BenchmarkCase benchmarkCase)
    {
        if (benchmarkCase.Descriptor.WorkloadMethod.GetCustomAttribute<ThroughputAttribute>() is not { } counted) return null;
        if (summary[benchmarkCase]?.ResultStatistics is not { } time) return null;
        return new(counted.Unit, WorkOf(benchmarkCase, counted.Work) / (time.Median * 1e-9));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PerSecond:F1} {Unit}/s");

    /// <summary>Reads the property from a suite that has the parameters of the case and no set-up.</summary>
    private static double WorkOf(BenchmarkCase benchmarkCase, string property)
    {
        Type type = benchmarkCase.Descriptor.Type;
        object suite = Activator.CreateInstance(type)!;
        foreach (ParameterInstance parameter in benchmarkCase.Parameters.Items) type.GetProperty(parameter.Name)!.SetValue(suite, parameter.Value);
        return Convert.ToDouble(type.GetProperty(property)!.GetValue(suite), CultureInfo.InvariantCulture);
    }
}
