using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>1 where a and b differ, NaN from everything, else 0.</summary>
public readonly record struct NotEqualTo : IBinary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T a, T b) where T : struct, ILane<T> => T.Select(T.Equal(a, b), T.Zero, T.One);
}
