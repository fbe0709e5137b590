using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>Running sums along the middle axis, a thread a line.</summary>
internal readonly struct CumulativeSumKernel<T>(int lines, int reduced, int inner, Flag reverse, ArrayView<T> x, ArrayView<T> y) : IGpuKernel
    where T : unmanaged, IGpuLane<T>
{
    public void Run()
    {
        for (int line = Thread.Index; line < lines; line += Thread.Count)
        {
            int start = line / inner * reduced * inner + line % inner;
            T sum = T.Zero;
            for (int i = 0; i < reduced; i++)
            {
                int place = start + (reverse ? reduced - 1 - i : i) * inner;
                sum += x[place];
                y[place] = sum;
            }
        }
    }
}
