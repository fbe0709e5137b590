using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>Natural logarithm; NaN below 0, -infinity at 0.</summary>
public readonly record struct Log : IUnary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => T.Log(x);
}
