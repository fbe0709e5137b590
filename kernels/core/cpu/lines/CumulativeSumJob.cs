using System.Numerics;

namespace Catapult.Kernels;

/// <summary>Running sums along the middle axis of (outer, reduced, inner) for one outer index, kept in double so that rounding does not pile up.</summary>
internal readonly unsafe struct CumulativeSumJob<E>(ReduceGeometry g, bool reverse, E* x, E* y) : IJob where E : unmanaged, INumber<E>
{
    public void Run(int outer)
    {
        double* sums = ThreadScratch.Get<double>(g.Inner);
        new Span<double>(sums, g.Inner).Clear();
        for (int step = 0; step < g.Reduced; step++)
        {
            nint row = ((nint)outer * g.Reduced + (reverse ? g.Reduced - 1 - step : step)) * g.Inner;
            for (int i = 0; i < g.Inner; i++) y[row + i] = E.CreateTruncating(sums[i] += double.CreateTruncating(x[row + i]));
        }
    }
}
