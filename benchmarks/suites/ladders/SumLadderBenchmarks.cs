using BenchmarkDotNet.Attributes;

namespace Catapult.Benchmarks;

/// <summary>The rungs of <c>sum</c>.</summary>
public class SumLadderBenchmarks() : LadderBenchmarks("sum")
{
    /// <summary>One call of the rung.</summary>
    [Benchmark, Throughput("GB", nameof(Work))]
    public void Sum() => Solve();
}
