using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>x / (1 - Probability) where the uniform number u is at least Probability, else 0 (Srivastava et al. 2014, inverted form).</summary>
public readonly record struct DropOut(double Probability) : IBinary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x, T u) where T : struct, ILane<T> => T.Select(u < T.Const(Probability), T.Zero, T.Const(1 / (1 - Probability)) * x);
}
