using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>x.</summary>
public readonly record struct Identity : IStatedSlope<ConstantSlope>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => x;

    /// <inheritdoc/>
    public ConstantSlope StatedSlope() => new(1);
}
