using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>x.</summary>
public readonly record struct Identity : IUnary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => x;
}
