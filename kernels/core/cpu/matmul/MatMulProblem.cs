namespace Catapult.Kernels;

/// <summary>One matrix product, its transposes expressed as strides: a(m, k) at <c>A[m * RowA + k * DepthA]</c>, b(k, n) at <c>B[n * ColumnB + k * DepthB]</c>, y row-major.</summary>
internal readonly unsafe struct MatMulProblem<E>(MatMulGeometry geometry, int paddedN, E* a, E* b, E* y) where E : unmanaged
{
    public readonly int M = geometry.M, N = geometry.N;

    /// <summary>The stretch of the depth whose right panels are packed at a time: [Start, End).</summary>
    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>Columns with those that the last panel lacks.</summary>
    public readonly int PaddedN = paddedN;

    public readonly E* A = a, B = b, Y = y;
    public readonly nint RowA = geometry.TransposeA ? 1 : geometry.K, DepthA = geometry.TransposeA ? geometry.M : 1;
    public readonly nint ColumnB = geometry.TransposeB ? geometry.K : 1, DepthB = geometry.TransposeB ? 1 : geometry.N;
}
