namespace Catapult.Kernels;

/// <summary>
/// A batch of matrix products: y[b] = op(a[b]) op(b[b]) with y (Batch, M, N). op(a) is (M, K), stored (K, M) when
/// <see cref="TransposeA"/>; op(b) is (K, N), stored (N, K) when <see cref="TransposeB"/>. A batch stride of 0 uses one matrix for all.
/// </summary>
public readonly record struct MatMulGeometry(
    int Batch, int M, int N, int K, bool TransposeA, bool TransposeB, int BatchStrideA, int BatchStrideB);
