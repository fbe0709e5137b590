using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>a + b.</summary>
public readonly record struct Add : IBinary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T a, T b) where T : struct, ILane<T> => a + b;
}
