using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>y = x in the type of y.</summary>
internal readonly struct ConvertKernel<S, D>(ArrayView<S> x, ArrayView<D> y) : IGpuKernel
    where S : unmanaged, IGpuElement<S> where D : unmanaged, IGpuElement<D>
{
    public void Run()
    {
        for (int i = Thread.Index; i < y.IntLength; i += Thread.Count) y[i] = D.Const(S.ToDouble(x[i]));
    }
}
