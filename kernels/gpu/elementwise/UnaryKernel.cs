using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>y = f(x), four elements a memory instruction; the last few, which fill no pack, one by one.</summary>
internal readonly struct UnaryKernel<O, T>(O f, ArrayView<T> x, ArrayView<T> y) : IGpuKernel where O : struct, IUnary where T : unmanaged, IGpuLane<T>
{
    public void Run()
    {
        ArrayView<Pack4<T>> packs = x.Cast<Pack4<T>>(), results = y.Cast<Pack4<T>>();
        int count = y.IntLength / Pack4<T>.Count;
        for (int i = Thread.Index; i < count; i += Thread.Count)
        {
            Pack4<T> pack = packs[i];
            results[i] = new(f.F(pack.X), f.F(pack.Y), f.F(pack.Z), f.F(pack.W));
        }
        int last = count * Pack4<T>.Count + Thread.Index;
        if (last < y.IntLength) y[last] = f.F(x[last]);
    }
}
