using BenchmarkDotNet.Attributes;

namespace Catapult.Benchmarks;

/// <summary>The rungs of <c>convolution</c>.</summary>
public class ConvolutionLadderBenchmarks() : LadderBenchmarks("convolution")
{
    /// <summary>One call of the rung.</summary>
    [Benchmark, Throughput("GFLOP", nameof(Work))]
    public void Convolution() => Solve();
}
