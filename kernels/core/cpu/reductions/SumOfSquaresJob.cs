using System.Numerics;

namespace Catapult.Kernels;

/// <summary>The sum of squares of one grain of a buffer, accumulated in double.</summary>
internal readonly unsafe struct SumOfSquaresJob<E>(E* x, int length, int grain, double* partial) : IJob where E : unmanaged
{
    public void Run(int part)
    {
        int start = part * grain, count = Math.Min(grain, length - start);
        partial[part] = typeof(E) == typeof(float) ? Singles((float*)x + start, count) : Doubles((double*)x + start, count);
    }

    private static double Singles(float* x, int count)
    {
        Vector<double> low = default, high = default;
        int i = 0;
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.Widen(Vector.Load(x + i), out Vector<double> a, out Vector<double> b);
            low += a * a;
            high += b * b;
        }
        double sum = Vector.Sum(low + high);
        for (; i < count; i++) sum += (double)x[i] * x[i];
        return sum;
    }

    private static double Doubles(double* x, int count)
    {
        double sum = 0;
        for (int i = 0; i < count; i++) sum += x[i] * x[i];
        return sum;
    }
}
