using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>The place of the largest element of each row.</summary>
internal readonly struct ArgMaxFold<T>(int columns, ArrayView<T> x, ArrayView<int> indices) : IFold<ArgMaxFold<T>, Winner<T>> where T : unmanaged, IGpuLane<T>
{
    public ArgMaxFold<T> Of(int outer, int inner) => this;

    public Winner<T> Identity() => new(T.Zero, -1);

    public Winner<T> Add(Winner<T> state, int row, int column, int inner) => Winner<T>.Of(state, new(x[row * columns + column], column));

    public Winner<T> Merge(Winner<T> a, Winner<T> b) => Winner<T>.Of(a, b);

    public void Write(Winner<T> state, int row, int inner) => indices[row] = state.Place;
}
