using System.Numerics;

namespace Catapult.Kernels;

/// <summary>log(sum exp) of a row, shifted by its maximum so that nothing overflows.</summary>
internal readonly unsafe struct RowSoftmax<E> where E : unmanaged, IFloatingPointIeee754<E>
{
    public readonly double LogSum;

    public RowSoftmax(E* values, int count)
    {
        double largest = double.NegativeInfinity, sum = 0;
        for (int i = 0; i < count; i++) largest = Math.Max(largest, double.CreateTruncating(values[i]));
        for (int i = 0; i < count; i++) sum += Math.Exp(double.CreateTruncating(values[i]) - largest);
        LogSum = largest + Math.Log(sum);
    }
}
