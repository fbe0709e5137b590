using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>1 where a &gt;= b, else 0.</summary>
public readonly record struct GreaterOrEqual : IBinary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T a, T b) where T : struct, ILane<T> => T.Select(a >= b, T.One, T.Zero);
}
