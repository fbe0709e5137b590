using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>dx: the sum of dy over the windows that cover the element, over the window's area.</summary>
internal readonly struct AveragePoolGradientKernel<T>(PoolLayout layout, ArrayView<T> dy, ArrayView<T> dx) : IGpuKernel where T : unmanaged, IGpuLane<T>
{
    public void Run()
    {
        for (int i = Thread.Index; i < dx.IntLength; i += Thread.Count)
        {
            WindowRange rows = layout.OutRows(i), columns = layout.OutColumns(i);
            T sum = T.Zero;
            for (int row = rows.Start; row < rows.End; row++)
                for (int column = columns.Start; column < columns.End; column++) sum += dy[layout.Output(i, row, column)];
            dx[i] = sum / T.Of(layout.Area);
        }
    }
}
