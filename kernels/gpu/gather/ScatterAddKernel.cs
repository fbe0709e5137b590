using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// dx[indices[i]] += dy[i] in the order of i, with no atomics: a group has one run of indices and a tile of columns. Its threads share out the rows of
/// dx by their last bits; each reads all indices and adds those that are its own, so no element has two writers and the order is that of the run.
/// </summary>
internal readonly struct ScatterAddKernel<T>(
    int run, int width, int columns, int owners, ArrayView<T> dy, ArrayView<int> indices, ArrayView<T> dx) : IGpuKernel where T : unmanaged, IGpuLane<T>
{
    public void Run()
    {
        int column = Grid.IdxY * columns + Group.IdxX % columns, owner = Group.IdxX / columns;
        if (column >= width) return;
        int start = Grid.IdxX * run;
        for (int i = start; i < start + run; i++)
        {
            int row = indices[i];
            if ((row & owners - 1) != owner) continue;
            int place = row * width + column;
            dx[place] += dy[i * width + column];
        }
    }
}
