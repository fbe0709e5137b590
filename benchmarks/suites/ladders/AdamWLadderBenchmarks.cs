using BenchmarkDotNet.Attributes;

namespace Catapult.Benchmarks;

/// <summary>The rungs of <c>adamw</c>.</summary>
public class AdamWLadderBenchmarks() : LadderBenchmarks("adamw")
{
    /// <summary>One call of the rung.</summary>
    [Benchmark, Throughput("GB", nameof(Work))]
    public void AdamW() => Solve();
}
