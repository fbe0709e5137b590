using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>x * x.</summary>
public readonly record struct Square : IStatedSlope<Scale>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => x * x;

    /// <inheritdoc/>
    public Scale StatedSlope() => new(2);
}
