using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>x * Phi(x) with the Gaussian distribution function Phi (Hendrycks and Gimpel 2016), the exact erf form.</summary>
public readonly record struct Gelu : IUnary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => T.Const(0.5) * x * (T.One + T.Erf(x * T.Const(Math.Sqrt(0.5))));
}
