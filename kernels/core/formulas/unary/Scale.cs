using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>Factor * x; unlike a sum with 0, it keeps the sign of a zero.</summary>
public readonly record struct Scale(double Factor) : IStatedSlope<ConstantSlope>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => T.Scale(Factor, x);

    /// <inheritdoc/>
    public ConstantSlope StatedSlope() => new(Factor);
}
