using System.Numerics;

namespace Catapult.Kernels;

/// <summary>(softmax - target) * dloss for some rows.</summary>
internal readonly unsafe struct CrossEntropyGradientJob<E, V>(CrossEntropyGeometry g, int rowsInPart, E* logits, int* labels, E* dlosses, E* dlogits) : IJob
    where E : unmanaged, IFloatingPointIeee754<E> where V : struct, IVectorLane<V, E>
{
    public void Run(int part)
    {
        for (int row = part * rowsInPart, end = Math.Min(row + rowsInPart, g.Rows); row < end; row++)
        {
            E* values = logits + (nint)row * g.Classes, gradients = dlogits + (nint)row * g.Classes;
            var softmax = new RowSoftmax<E, V>(values, g.Classes);
            double dloss = double.CreateTruncating(dlosses[row]), smooth = g.Smoothing / g.Classes;
            V slope = V.Const(dloss), target = V.Const(smooth);
            // Read before it is overwritten: the gradients may take the place of the logits.
            V atLabel = softmax.Of(V.Broadcast(values + labels[row]));
            for (int i = 0; i < g.Classes; i += V.Count)
                V.StoreAtMost((softmax.Of(V.LoadAtMost(values + i, g.Classes - i)) - target) * slope, gradients + i, g.Classes - i);
            gradients[labels[row]] = E.CreateTruncating((V.At(atLabel, 0) - (smooth + 1 - g.Smoothing)) * dloss);
        }
    }
}
