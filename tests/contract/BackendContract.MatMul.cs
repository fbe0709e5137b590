using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

public abstract partial class BackendContract
{
    [Test]
    public void MatMulOfDistinctSizesInEveryOrder([Floats] DType type, [Values] bool transposeA, [Values] bool transposeB)
    {
        foreach (var (a, b, c) in ((int, int, int)[])[(1, 2, 3), (5, 8, 13), (1, 17, 31), (6, 16, 33), (7, 64, 97)])
            foreach (var (m, n, k) in Samples.Orders(a, b, c))
                CheckMatMul(type, new(1, m, n, k, transposeA, transposeB, m * k, k * n));
    }

    [Test]
    public void MatMulOfEveryLength([Floats] DType type, [Values] bool transposeA, [Values] bool transposeB)
    {
        foreach (int length in Lengths)
            foreach (var (m, n, k) in ((int, int, int)[])[(length, 3, 5), (4, length, 3), (3, 4, length)])
                CheckMatMul(type, new(1, m, n, k, transposeA, transposeB, 0, 0));
    }

    [Test]
    public void MatMulOfOneBufferAsBothOperands([Floats] DType type, [Values] bool transposeA, [Values] bool transposeB)
    {
        const int Size = 37;
        CheckSum("square of a matrix", type, Size, rig =>
        {
            var (x, y) = (rig.Operand(Samples.Uniform(1, Size * Size)), rig.Target(Size * Size));
            rig.Backend.MatMul(new(1, Size, Size, Size, transposeA, transposeB, 0, 0), x, x, y);
            return [y];
        });
    }

    [Test]
    public void MatMulAtTheEdgesOfTiles([Floats] DType type, [Values] bool transposeA, [Values] bool transposeB)
    {
        foreach (int m in (int[])[1, 5, 6, 7, 11, 12, 13])
            foreach (int n in (int[])[1, 7, 8, 9, 15, 16, 17, 23, 24, 25])
                CheckMatMul(type, new(1, m, n, 4, transposeA, transposeB, m * 4, 4 * n));
    }

    [Test]
    public void MatMulOfLargeMatrices([Floats] DType type, [Values] bool transposeA, [Values] bool transposeB)
    {
        CheckMatMul(type, new(1, 130, 70, 300, transposeA, transposeB, 130 * 300, 300 * 70));
        CheckMatMul(type, new(1, 3, 5, 2053, transposeA, transposeB, 3 * 2053, 2053 * 5));
        CheckMatMul(type, new(1, 1, 1031, 67, transposeA, transposeB, 67, 67 * 1031));
        CheckMatMul(type, new(1, 1031, 1, 67, transposeA, transposeB, 1031 * 67, 67));
    }

    [Test]
    public void MatMulOfLongRowsAndColumns([Floats] DType type, [Values] bool transposeB) =>
        CheckMatMul(type, new(1, 2, 1, 600_001, TransposeA: false, transposeB, 2 * 600_001, 600_001));

    [Test]
    public void MatMulOfBatches([Floats] DType type, [Values] bool transposeA, [Values] bool transposeB)
    {
        const int M = 7, N = 19, K = 11, Gap = 5;
        foreach (var (strideA, strideB) in ((int, int)[])[(M * K, K * N), (0, K * N), (M * K, 0), (0, 0), (M * K + Gap, K * N + Gap)])
            CheckMatMul(type, new(3, M, N, K, transposeA, transposeB, strideA, strideB));
        CheckMatMul(type, new(40, 9, 10, 17, transposeA, transposeB, 9 * 17, 17 * 10));
    }

    [Test]
    public void MatMulOfNothing([Floats] DType type, [Values] bool transposeA, [Values] bool transposeB)
    {
        CheckMatMul(type, new(2, 3, 5, 0, transposeA, transposeB, 0, 0));
        CheckMatMul(type, new(2, 0, 5, 3, transposeA, transposeB, 0, 15));
        CheckMatMul(type, new(2, 3, 0, 5, transposeA, transposeB, 15, 0));
        CheckMatMul(type, new(0, 3, 5, 2, transposeA, transposeB, 6, 10));
    }

    [Test]
    public void MatMulKeepsNaNAndInfinityInTheirRowAndColumn([Floats] DType type, [Values] bool transposeA, [Values] bool transposeB)
    {
        foreach (var (m, n, k) in ((int, int, int)[])[(7, 19, 11), (13, 33, 5), (1, 9, 3)])
            foreach (double value in (double[])[double.NaN, double.PositiveInfinity])
            {
                double[] a = Samples.Uniform(1, m * k), b = Samples.Uniform(2, k * n);
                (a[^1], b[0]) = (value, value);
                CheckMatMul(type, new(1, m, n, k, transposeA, transposeB, 0, 0), a, b);
            }
    }

    private void CheckMatMul(DType type, MatMulGeometry geometry) => CheckMatMul(
        type,
        geometry,
        Samples.Uniform(1, Math.Max(0, geometry.Batch - 1) * geometry.BatchStrideA + geometry.M * geometry.K),
        Samples.Uniform(2, Math.Max(0, geometry.Batch - 1) * geometry.BatchStrideB + geometry.K * geometry.N));

    private void CheckMatMul(DType type, MatMulGeometry geometry, double[] a, double[] b) => CheckSum($"{geometry}", type, geometry.K, rig =>
    {
        var y = rig.Target(geometry.Batch * geometry.M * geometry.N);
        rig.Backend.MatMul(geometry, rig.Operand(a), rig.Operand(b), y);
        return [y];
    });
}
