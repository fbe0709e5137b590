using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>Sine of x radians.</summary>
public readonly record struct Sin : IUnary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => T.Sin(x);
}
