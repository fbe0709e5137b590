using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Catapult.Ladders;

/// <summary>Vectors of 256 bits.</summary>
public readonly struct Width256 : IMultiplyAdd<Vector256<float>>
{
    /// <inheritdoc/>
    public static int Count => Vector256<float>.Count;

    /// <inheritdoc/>
    public static Vector256<float> Of(float value) => Vector256.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> a, Vector256<float> b, Vector256<float> c) => Vector256.MultiplyAddEstimate(a, b, c);

    /// <inheritdoc/>
    public static float Sum(Vector256<float> a) => Vector256.Sum(a);
}
