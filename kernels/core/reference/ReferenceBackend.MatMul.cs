namespace Catapult.Kernels;

public sealed partial class ReferenceBackend
{
    /// <inheritdoc/>
    public override void MatMul(MatMulGeometry geometry, DeviceBuffer a, DeviceBuffer b, DeviceBuffer y)
    {
        var (batch, m, n, k, transposeA, transposeB, batchStrideA, batchStrideB) = geometry;
        double[] left = Read(a), right = Read(b), products = new double[batch * m * n];
        for (int i = 0; i < batch; i++)
            for (int row = 0; row < m; row++)
                for (int column = 0; column < n; column++)
                {
                    double sum = 0;
                    for (int p = 0; p < k; p++)
                    {
                        int placeA = transposeA ? p * m + row : row * k + p;
                        int placeB = transposeB ? column * k + p : p * n + column;
                        sum += left[i * batchStrideA + placeA] * right[i * batchStrideB + placeB];
                    }
                    products[(i * m + row) * n + column] = sum;
                }
        Write(y, products);
    }
}
