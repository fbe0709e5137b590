using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>x above 0, Alpha * (e^x - 1) below (Clevert et al. 2015); the derivative at 0 is Alpha.</summary>
public readonly record struct Elu(double Alpha) : IUnary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => T.Select(x > T.Zero, x, T.Scale(Alpha, T.Expm1(T.Select(x > T.Zero, T.Zero, x))));
}
