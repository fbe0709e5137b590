using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>1 / x.</summary>
public readonly record struct Reciprocal : IUnary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => T.One / x;
}
