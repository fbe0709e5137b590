using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>1 / sqrt(x).</summary>
public readonly record struct Rsqrt : IUnary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => T.Rsqrt(x);
}
