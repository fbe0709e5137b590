using System.Numerics;

namespace Catapult.Kernels;

/// <summary>The losses of some rows: log(sum exp) minus the target-weighted logits, shifted by the row's maximum.</summary>
internal readonly unsafe struct CrossEntropyJob<E, V>(CrossEntropyGeometry g, int rowsInPart, E* logits, int* labels, E* losses) : IJob
    where E : unmanaged, IFloatingPointIeee754<E> where V : struct, IVectorLane<V, E>
{
    public void Run(int part)
    {
        for (int row = part * rowsInPart, end = Math.Min(row + rowsInPart, g.Rows); row < end; row++)
        {
            E* values = logits + (nint)row * g.Classes;
            var softmax = new RowSoftmax<E, V>(values, g.Classes);
            double mean = 0;
            if (g.Smoothing != 0)
                for (int i = 0; i < g.Classes; i++) mean += double.CreateTruncating(values[i]) / g.Classes;
            double label = double.CreateTruncating(values[labels[row]]);
            losses[row] = E.CreateTruncating(softmax.LogSum - (1 - g.Smoothing) * label - g.Smoothing * mean);
        }
    }
}
