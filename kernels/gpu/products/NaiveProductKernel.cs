namespace Catapult.Kernels.Gpu;

/// <summary>
/// A product, one result a thread, straight from memory: two loads for each multiply-add. The first rung, and the kernel of devices on which threads of a
/// group cannot wait for each other at a reasonable price.
/// </summary>
internal readonly struct NaiveProductKernel<P, Q, T>(P left, Q right, ProductShape shape, ProductResult<T> result, int batches) : IGpuKernel
    where P : struct, IOperand<T> where Q : struct, IOperand<T> where T : unmanaged, IGpuLane<T>
{
    public void Run()
    {
        int area = shape.M * shape.N;
        for (int i = Thread.Index; i < area * batches; i += Thread.Count)
        {
            int batch = i / area, m = i % area / shape.N, n = i % shape.N;
            Place row = left.Locate(batch, m), column = right.Locate(batch, n);
            T sum = T.Zero;
            for (int k = 0; k < shape.K; k++)
            {
                int a = left.Find(row, k), b = right.Find(column, k);
                if (a >= 0 && b >= 0) sum = T.MultiplyAdd(left.View[a], right.View[b], sum);
            }
            result.StoreOne(batch, m, n, sum);
        }
    }
}
