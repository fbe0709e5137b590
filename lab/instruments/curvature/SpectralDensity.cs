namespace Catapult.Lab;

/// <summary>How the eigenvalues of a symmetric matrix are spread: a density whose integral is 1.</summary>
/// <param name="Eigenvalues">Where the density is known, in rising order.</param>
/// <param name="Density">The density there.</param>
public sealed record SpectralDensity(IReadOnlyList<double> Eigenvalues, IReadOnlyList<double> Density)
{
    // The grid ends this many widths beyond the outermost eigenvalue found, where a bell has faded.
    private const double Margin = 4;

    /// <summary>
    /// Stochastic Lanczos quadrature (Ubaru, Chen and Saad 2017; Ghorbani, Krishnan and Xiao 2019): each random start gives a Gauss quadrature of the
    /// spectrum, and its nodes are broadened to bells.
    /// </summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="steps">Products a start.</param>
    /// <param name="starts">Random starts.</param>
    /// <param name="width">The standard deviation of a bell, as a share of the span of the spectrum.</param>
    /// <param name="points">Points of the grid.</param>
    /// <param name="seed">Decides the starts.</param>
    public static SpectralDensity Of(ISymmetricOperator matrix, int steps = 60, int starts = 4, double width = 0.01, int points = 400, ulong seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        var nodes = new List<(double Value, double Weight)>();
        for (int i = 0; i < starts; i++)
        {
            (double[] values, double[] weights) = new Lanczos(matrix, seed + (ulong)i).Quadrature(steps);
            nodes.AddRange(values.Zip(weights, (value, weight) => (value, weight / starts)));
        }
        double low = nodes.Min(node => node.Value), high = nodes.Max(node => node.Value), deviation = width * Math.Max(high - low, double.Epsilon);
        double start = low - Margin * deviation, step = (high + Margin * deviation - start) / (points - 1);
        double[] grid = [.. Enumerable.Range(0, points).Select(i => start + i * step)];
        return new(grid, [.. grid.Select(x => nodes.Sum(node => node.Weight * Bell((x - node.Value) / deviation) / deviation))]);
    }

    private static double Bell(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
}
