using BenchmarkDotNet.Attributes;

namespace Catapult.Benchmarks;

/// <summary>The rungs of <c>cross-entropy</c>.</summary>
public class CrossEntropyLadderBenchmarks() : LadderBenchmarks("cross-entropy")
{
    /// <summary>One call of the rung.</summary>
    [Benchmark, Throughput("GB", nameof(Work))]
    public void CrossEntropy() => Solve();
}
