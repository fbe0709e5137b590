using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>A batch of matrices that a product fills: matrix b begins at b * BatchStride and its rows lie Pitch apart; a bias has a number for each column of each matrix.</summary>
internal readonly record struct ProductTarget<T>(
    ArrayView<T> View, int Rows, int Columns, int Pitch, int BatchStride, int Batches, bool HasBias, ArrayView<T> Bias) where T : unmanaged, IGpuLane<T>
{
    /// <summary>A target without bias.</summary>
    public ProductTarget(ArrayView<T> view, int rows, int columns, int pitch, int batchStride, int batches)
        : this(view, rows, columns, pitch, batchStride, batches, false, view)
    {
    }

    /// <summary>Whether the matrices fill the memory with no gap, so that their parts can be added up as one line.</summary>
    public bool MaySplit => !HasBias && Pitch == Columns && BatchStride == Rows * Columns;

    /// <summary>Whether all its lines begin and end at multiples of four elements.</summary>
    public bool IsWide => Columns % Pack4<T>.Count == 0 && Pitch % Pack4<T>.Count == 0 && BatchStride % Pack4<T>.Count == 0;

    /// <summary>Where undivided sums go.</summary>
    public ProductResult<T> Whole() => new(View, Rows, Columns, Pitch, BatchStride, 0, HasBias, Bias);

    /// <summary>Where the parts of sums go: one after the other.</summary>
    public ProductResult<T> Split(ArrayView<T> parts) => new(parts, Rows, Columns, Pitch, BatchStride, Batches * BatchStride, false, parts);
}
