using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>Square root; NaN below 0.</summary>
public readonly record struct Sqrt : IUnary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => T.Sqrt(x);
}
