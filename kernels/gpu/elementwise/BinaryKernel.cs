using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>y = f(a, b) of equal shapes, four elements a memory instruction; the last few one by one.</summary>
internal readonly struct BinaryKernel<O, T>(O f, ArrayView<T> a, ArrayView<T> b, ArrayView<T> y) : IGpuKernel
    where O : struct, IBinary where T : unmanaged, IGpuLane<T>
{
    public void Run()
    {
        ArrayView<Pack4<T>> left = a.Cast<Pack4<T>>(), right = b.Cast<Pack4<T>>(), results = y.Cast<Pack4<T>>();
        int count = y.IntLength / Pack4<T>.Count;
        for (int i = Thread.Index; i < count; i += Thread.Count)
        {
            Pack4<T> p = left[i], q = right[i];
            results[i] = new(f.F(p.X, q.X), f.F(p.Y, q.Y), f.F(p.Z, q.Z), f.F(p.W, q.W));
        }
        int last = count * Pack4<T>.Count + Thread.Index;
        if (last < y.IntLength) y[last] = f.F(a[last], b[last]);
    }
}
