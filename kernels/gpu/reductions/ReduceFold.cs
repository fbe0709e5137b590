using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>y = x folded by a formula.</summary>
internal readonly struct ReduceFold<R, T>(R reduction, int reduced, int inner, ArrayView<T> x, ArrayView<T> y) : IFold<ReduceFold<R, T>, T>
    where R : struct, IReduction where T : unmanaged, IGpuLane<T>
{
    public ReduceFold<R, T> Of(int outer, int inner) => this;

    public T Identity() => reduction.Identity<T>();

    public T Add(T state, int o, int r, int i) => reduction.Combine(state, x[(o * reduced + r) * inner + i]);

    public T Merge(T a, T b) => reduction.Combine(a, b);

    public void Write(T state, int o, int i) => y[o * inner + i] = state;
}
