using BenchmarkDotNet.Attributes;

namespace Catapult.Benchmarks;

/// <summary>The rungs of <c>batchnorm</c>.</summary>
public class BatchNormLadderBenchmarks() : LadderBenchmarks("batchnorm")
{
    /// <summary>One call of the rung.</summary>
    [Benchmark, Throughput("GB", nameof(Work))]
    public void BatchNorm() => Solve();
}
