using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;

namespace Catapult.Benchmarks;

/// <summary>
/// What all suites share: the default configuration, allocated memory, throughput, and its share of the roof. The program that BenchmarkDotNet generates lies below
/// this folder, so the runtime settings of Directory.Build.props (no dynamic PGO, loops compiled in full at once) hold in it as well.
/// </summary>
public sealed class BenchmarkConfig : ManualConfig
{
    /// <summary>The default configuration with the above.</summary>
    public BenchmarkConfig()
    {
        Add(DefaultConfig.Instance);
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumn(new ThroughputColumn(), new RoofColumn());
    }
}
