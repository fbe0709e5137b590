using BenchmarkDotNet.Attributes;

namespace Catapult.Benchmarks;

/// <summary>The rungs of <c>matmul</c>.</summary>
public class MatMulLadderBenchmarks() : LadderBenchmarks("matmul")
{
    /// <summary>One call of the rung.</summary>
    [Benchmark, Throughput("GFLOP", nameof(Work))]
    public void MatMul() => Solve();
}
