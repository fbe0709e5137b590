using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>Hyperbolic tangent.</summary>
public readonly record struct Tanh : IUnary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => T.Tanh(x);
}
