using System.Numerics;

namespace Catapult.Kernels;

/// <summary>(softmax - target) * dloss for some rows.</summary>
internal readonly unsafe struct CrossEntropyGradientJob<E>(CrossEntropyGeometry g, int rowsInPart, E* logits, int* labels, E* dlosses, E* dlogits) : IJob
    where E : unmanaged, IFloatingPointIeee754<E>
{
    public void Run(int part)
    {
        for (int row = part * rowsInPart, end = Math.Min(row + rowsInPart, g.Rows); row < end; row++)
        {
            E* values = logits + (nint)row * g.Classes, gradients = dlogits + (nint)row * g.Classes;
            var softmax = new RowSoftmax<E>(values, g.Classes);
            double dloss = double.CreateTruncating(dlosses[row]), smooth = g.Smoothing / g.Classes;
            for (int i = 0; i < g.Classes; i++)
            {
                double target = smooth + (i == labels[row] ? 1 - g.Smoothing : 0);
                gradients[i] = E.CreateTruncating((softmax.Of(values[i]) - target) * dloss);
            }
        }
    }
}
