using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>The larger of a and b; ties share the derivative in halves; NaN wins.</summary>
public readonly record struct Maximum : IBinary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T a, T b) where T : struct, ILane<T> => T.Max(a, b);
}
