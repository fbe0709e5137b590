using System.Numerics.Tensors;
using Catapult.Kernels;

namespace Catapult.Lab;

/// <summary>An estimate of the trace of a symmetric matrix, the sum of its eigenvalues.</summary>
/// <param name="Value">The mean over the probes.</param>
/// <param name="StandardError">Its standard error; NaN for a single probe.</param>
public readonly record struct TraceEstimate(double Value, double StandardError)
{
    /// <summary>Hutchinson's estimate (1990): the mean of z A z over vectors z of random signs.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="probes">How many vectors.</param>
    /// <param name="seed">Decides the signs.</param>
    public static TraceEstimate Of(ISymmetricOperator matrix, int probes, ulong seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(probes);
        double[] samples = [.. Enumerable.Range(0, probes).Select(probe => Sample(matrix, new RandomStream(seed, (ulong)probe)))];
        double mean = samples.Average(), squares = samples.Sum(sample => (sample - mean) * (sample - mean));
        return new(mean, probes > 1 ? Math.Sqrt(squares / (probes - 1) / probes) : double.NaN);
    }

    private static double Sample(ISymmetricOperator matrix, RandomStream random)
    {
        double[] signs = [.. Enumerable.Range(0, matrix.Dimension).Select(i => random.UInt32((ulong)i) % 2 == 0 ? 1.0 : -1.0)];
        return TensorPrimitives.Dot<double>(signs, matrix.Multiply(signs));
    }
}
