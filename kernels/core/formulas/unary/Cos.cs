using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>Cosine of x radians.</summary>
public readonly record struct Cos : IUnary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => T.Cos(x);
}
