using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>The smallest element; infinity of none; NaN wins.</summary>
public readonly record struct Smallest : IReduction
{
    /// <inheritdoc/>
    public T Identity<T>() where T : struct, ILane<T> => T.Const(double.PositiveInfinity);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Combine<T>(T a, T b) where T : struct, ILane<T> => T.Min(a, b);
}
