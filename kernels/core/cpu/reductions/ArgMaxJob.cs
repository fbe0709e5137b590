using System.Numerics;

namespace Catapult.Kernels;

/// <summary>The place of the largest element of some rows.</summary>
internal readonly unsafe struct ArgMaxJob<E>(int rows, int columns, int rowsInPart, E* x, int* indices) : IJob where E : unmanaged, IFloatingPointIeee754<E>
{
    public void Run(int part)
    {
        for (int row = part * rowsInPart, end = Math.Min(row + rowsInPart, rows); row < end; row++)
        {
            E* values = x + (nint)row * columns;
            int best = 0;
            for (int i = 1; i < columns && !E.IsNaN(values[best]); i++)
                if (values[i] > values[best] || E.IsNaN(values[i])) best = i;
            indices[row] = best;
        }
    }
}
