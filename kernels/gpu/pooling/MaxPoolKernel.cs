using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>The largest element of each window, and its place.</summary>
internal readonly struct MaxPoolKernel<T>(PoolLayout layout, ArrayView<T> x, ArrayView<T> y, ArrayView<int> indices) : IGpuKernel where T : unmanaged, IGpuLane<T>
{
    public void Run()
    {
        for (int i = Thread.Index; i < y.IntLength; i += Thread.Count)
        {
            WindowRange rows = layout.Rows(i), columns = layout.Columns(i);
            Winner<T> winner = new(T.Zero, -1);
            for (int row = rows.Start; row < rows.End; row++)
                for (int column = columns.Start; column < columns.End; column++)
                {
                    int place = layout.Input(i, row, column);
                    winner = Winner<T>.Of(winner, new(x[place], place));
                }
            y[i] = winner.Value;
            indices[i] = winner.Place;
        }
    }
}
