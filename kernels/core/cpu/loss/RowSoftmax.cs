using System.Numerics;
using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>The sum of exponentials of a row, shifted by its maximum so that nothing overflows. Exponentials are vectors, their sum is taken in double.</summary>
internal readonly unsafe struct RowSoftmax<E, V> where E : unmanaged, IFloatingPointIeee754<E> where V : struct, IVectorLane<V, E>
{
    private readonly V largest, share;
    private readonly double maximum, sum;

    public RowSoftmax(E* values, int count)
    {
        maximum = Largest(values, count);
        largest = V.Const(maximum);
        sum = Sum(values, count, largest);
        share = V.Const(1 / sum);
    }

    /// <summary>log(sum exp).</summary>
    public double LogSum => maximum + Math.Log(sum);

    /// <summary>The probabilities of elements of the row. Beside large logits, e^(x - LogSum) would carry the rounding error of LogSum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of(V values) => V.Exp(values - largest) * share;

    private static double Largest(E* values, int count)
    {
        V vector = V.Const(double.NegativeInfinity);
        double result = double.NegativeInfinity;
        int i = 0;
        for (; i <= count - V.Count; i += V.Count) vector = V.Max(vector, V.Load(values + i));
        for (int lane = 0; lane < V.Count && i > 0; lane++) result = Math.Max(result, V.At(vector, lane));
        for (; i < count; i++) result = Math.Max(result, double.CreateTruncating(values[i]));
        return result;
    }

    private static double Sum(E* values, int count, V largest)
    {
        V sums = V.Zero;
        double result = 0;
        int i = 0;
        for (; i <= count - V.Count; i += V.Count) sums += V.Exp(V.Load(values + i) - largest);
        for (int lane = 0; lane < V.Count && i > 0; lane++) result += V.At(sums, lane);
        if (i == count) return result;
        V last = V.Exp(V.LoadPartial(values + i, count - i) - largest);
        for (int lane = 0; lane < count - i; lane++) result += V.At(last, lane);
        return result;
    }
}
