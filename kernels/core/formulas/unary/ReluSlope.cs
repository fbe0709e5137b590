using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>The derivative of <see cref="Relu"/>: 1 above 0, 0 elsewhere.</summary>
public readonly record struct ReluSlope : IUnary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => T.Select(x <= T.Zero, T.Zero, T.One);
}
