using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>The average of each window, padding counted as zeros.</summary>
internal readonly struct AveragePoolKernel<T>(PoolLayout layout, ArrayView<T> x, ArrayView<T> y) : IGpuKernel where T : unmanaged, IGpuLane<T>
{
    public void Run()
    {
        for (int i = Thread.Index; i < y.IntLength; i += Thread.Count)
        {
            WindowRange rows = layout.Rows(i), columns = layout.Columns(i);
            T sum = T.Zero;
            for (int row = rows.Start; row < rows.End; row++)
                for (int column = columns.Start; column < columns.End; column++) sum += x[layout.Input(i, row, column)];
            y[i] = sum / T.Of(layout.Area);
        }
    }
}
