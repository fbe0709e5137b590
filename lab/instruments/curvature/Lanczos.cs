using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Catapult.Lab;

/// <summary>
/// Lanczos' iteration (1950) with full reorthogonalization: after m products with a symmetric matrix it knows the matrix on the space that these span, as
/// a tridiagonal one, whose outer eigenvalues are soon those of the matrix.
/// </summary>
public sealed class Lanczos
{
    // A direction this small beside the matrix is rounding: the space is invariant, and what was found is exact.
    private const double Breakdown = 1e-12;

    private readonly ISymmetricOperator matrix;
    private readonly List<double[]> basis = [];
    private readonly List<double> diagonal = [], beside = [];
    private double[]? next;

    /// <summary>Starts from a random direction.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="seed">Decides the direction.</param>
    public Lanczos(ISymmetricOperator matrix, ulong seed = 0) : this(matrix, UnitVector.Random(matrix.Dimension, seed))
    {
    }

    /// <summary>Starts from a given direction, such as the eigenvector of a moment ago.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="start">A vector of length 1.</param>
    public Lanczos(ISymmetricOperator matrix, double[] start) => (this.matrix, next) = (matrix, start);

    /// <summary>Products taken so far.</summary>
    public int Steps => diagonal.Count;

    /// <summary>Whether the whole space that the start can reach has been spanned.</summary>
    public bool IsComplete => next is null;

    /// <summary>The largest eigenvalues, in falling order.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="count">How many.</param>
    /// <param name="tolerance">The residual to reach, relative to the largest eigenvalue in magnitude.</param>
    /// <param name="mostSteps">Where to end in any case.</param>
    /// <param name="start">Where to start, of length 1; null for a random direction.</param>
    public static IReadOnlyList<Eigenpair> Largest(ISymmetricOperator matrix, int count = 1, double tolerance = 1e-4, int mostSteps = 100, double[]? start = null)
    {
        Lanczos lanczos = start is null ? new(matrix) : new(matrix, start);
        return lanczos.Run(count, 0, tolerance, mostSteps).Largest;
    }

    /// <summary>Takes steps until some of the largest and of the smallest eigenvalues are known.</summary>
    /// <param name="largest">How many of the largest.</param>
    /// <param name="smallest">How many of the smallest.</param>
    /// <param name="tolerance">The residual to reach, relative to the largest eigenvalue in magnitude.</param>
    /// <param name="mostSteps">Where to end in any case.</param>
    /// <returns>The largest in falling order, the smallest in rising order; fewer where the matrix has fewer.</returns>
    public (IReadOnlyList<Eigenpair> Largest, IReadOnlyList<Eigenpair> Smallest) Run(int largest, int smallest, double tolerance = 1e-4, int mostSteps = 100)
    {
        const int Between = 5;
        while (true)
        {
            while (!IsComplete && Steps < mostSteps && (Steps < largest + smallest || Steps % Between != 0)) Step();
            (double[] values, double[,] vectors) = Solve();
            int last = values.Length - 1;
            int[] top = [.. Enumerable.Range(0, Math.Min(largest, values.Length)).Select(i => last - i)], bottom = [.. Enumerable.Range(0, Math.Min(smallest, values.Length))];
            double scale = Math.Max(Math.Abs(values[0]), Math.Abs(values[last]));
            if (IsComplete || Steps >= mostSteps || top.Concat(bottom).All(i => Residual(vectors, i) <= tolerance * scale))
                return ([.. top.Select(i => Pair(values, vectors, i))], [.. bottom.Select(i => Pair(values, vectors, i))]);
            Step();
        }
    }

    /// <summary>Takes some steps, fewer where the space ends.</summary>
    /// <returns>The eigenvalues of the tridiagonal matrix in rising order, and the first component of each eigenvector, squared: the weights of a Gauss quadrature.</returns>
    public (double[] Values, double[] Weights) Quadrature(int steps)
    {
        while (!IsComplete && Steps < steps) Step();
        (double[] values, double[,] vectors) = Solve();
        return (values, [.. Enumerable.Range(0, values.Length).Select(i => vectors[0, i] * vectors[0, i])]);
    }

    /// <exception cref="InvalidOperationException">A product is not finite.</exception>
    private void Step()
    {
        double[] v = next!, w = matrix.Multiply(v);
        basis.Add(v);
        diagonal.Add(TensorPrimitives.Dot<double>(v, w));
        double size = TensorPrimitives.Norm<double>(w);
        if (!double.IsFinite(size)) throw new InvalidOperationException($"lanczos: product {Steps} with the matrix is not finite. Measure before the weights diverge.");
        // Twice is enough (Parlett): the first pass leaves what its own rounding puts there.
        for (int pass = 0; pass < 2; pass++)
            foreach (double[] earlier in basis) TensorPrimitives.MultiplyAdd(earlier, -TensorPrimitives.Dot<double>(earlier, w), w, w);
        double length = TensorPrimitives.Norm<double>(w);
        beside.Add(length);
        bool ends = basis.Count == matrix.Dimension || length <= Breakdown * size || length == 0;
        next = ends ? null : w;
        if (!ends) TensorPrimitives.Divide(w, length, w);
        else beside[^1] = 0;
    }

    private (double[] Values, double[,] Vectors) Solve()
    {
        Matrix<double> tridiagonal = Matrix<double>.Build.Dense(Steps, Steps, (i, j) => i == j ? diagonal[i] : Math.Abs(i - j) == 1 ? beside[Math.Min(i, j)] : 0);
        Evd<double> solved = tridiagonal.Evd(Symmetricity.Symmetric);
        return ([.. solved.EigenValues.Select(value => value.Real)], solved.EigenVectors.ToArray());
    }

    private double Residual(double[,] vectors, int i) => Math.Abs(beside[^1] * vectors[Steps - 1, i]);

    private Eigenpair Pair(double[] values, double[,] vectors, int i)
    {
        var vector = new double[matrix.Dimension];
        for (int k = 0; k < Steps; k++) TensorPrimitives.MultiplyAdd(basis[k], vectors[k, i], vector, vector);
        return new(values[i], Residual(vectors, i), vector);
    }
}
