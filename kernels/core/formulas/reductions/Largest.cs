using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>The largest element; -infinity of none; NaN wins.</summary>
public readonly record struct Largest : IReduction
{
    /// <inheritdoc/>
    public T Identity<T>() where T : struct, ILane<T> => T.Const(double.NegativeInfinity);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Combine<T>(T a, T b) where T : struct, ILane<T> => T.Max(a, b);
}
