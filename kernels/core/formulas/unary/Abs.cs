using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>|x|, with derivative 0 at 0.</summary>
public readonly record struct Abs : IUnary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => T.Abs(x);
}
