using System.Numerics;

namespace Catapult.Kernels;

/// <summary>The sum of exponentials of a row, shifted by its maximum so that nothing overflows.</summary>
internal readonly unsafe struct RowSoftmax<E> where E : unmanaged, IFloatingPointIeee754<E>
{
    private readonly double largest, sum;

    public RowSoftmax(E* values, int count)
    {
        (largest, sum) = (double.NegativeInfinity, 0);
        for (int i = 0; i < count; i++) largest = Math.Max(largest, double.CreateTruncating(values[i]));
        for (int i = 0; i < count; i++) sum += Math.Exp(double.CreateTruncating(values[i]) - largest);
    }

    /// <summary>log(sum exp).</summary>
    public double LogSum => largest + Math.Log(sum);

    /// <summary>The probability of an element of the row. Beside large logits, e^(x - LogSum) would carry the rounding error of LogSum.</summary>
    public double Of(E value) => Math.Exp(double.CreateTruncating(value) - largest) / sum;
}
