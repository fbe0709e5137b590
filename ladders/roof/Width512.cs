using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Catapult.Ladders;

/// <summary>Vectors of 512 bits.</summary>
public readonly struct Width512 : IMultiplyAdd<Vector512<float>>
{
    /// <inheritdoc/>
    public static int Count => Vector512<float>.Count;

    /// <inheritdoc/>
    public static Vector512<float> Of(float value) => Vector512.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> a, Vector512<float> b, Vector512<float> c) => Vector512.MultiplyAddEstimate(a, b, c);

    /// <inheritdoc/>
    public static float Sum(Vector512<float> a) => Vector512.Sum(a);
}
