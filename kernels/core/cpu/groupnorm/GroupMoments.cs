using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>
/// Sums over one group of one image: for each pixel, <paramref name="width"/> neighbouring channels. Whole vectors are summed in lanes, what is
/// left of a run and the lanes themselves in double.
/// </summary>
internal readonly unsafe struct GroupMoments<E, V>(int pixels, int width, int channels) where E : unmanaged where V : struct, IVectorLane<V, E>
{
    /// <summary>The mean, and 1 / sqrt(biased variance + epsilon), in two passes.</summary>
    public (double Mean, double Root) Of(E* x, double epsilon)
    {
        V sums = V.Zero;
        double total = 0, count = (double)pixels * width;
        for (int pixel = 0; pixel < pixels; pixel++, x += channels)
            for (int i = 0; i < width; i += V.Count) Add(V.Load(x + i), width - i, ref sums, ref total);
        double mean = (total + Across(sums)) / count;
        x -= (nint)pixels * channels;
        V centre = V.Const(mean);
        (sums, total) = (V.Zero, 0);
        for (int pixel = 0; pixel < pixels; pixel++, x += channels)
            for (int i = 0; i < width; i += V.Count)
            {
                V d = V.Load(x + i) - centre;
                Add(d * d, width - i, ref sums, ref total);
            }
        return (mean, 1 / Math.Sqrt((total + Across(sums)) / count + epsilon));
    }

    /// <summary>Adds a vector, or as many of its elements as are left of a run.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(V value, int left, ref V sums, ref double total)
    {
        if (left >= V.Count) sums += value;
        else for (int i = 0; i < left; i++) total += V.At(value, i);
    }

    /// <summary>The sum of a vector's elements.</summary>
    public static double Across(V vector)
    {
        double total = 0;
        for (int i = 0; i < V.Count; i++) total += V.At(vector, i);
        return total;
    }
}
