using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Catapult.Ladders;

/// <summary>Vectors of 128 bits.</summary>
public readonly struct Width128 : IMultiplyAdd<Vector128<float>>
{
    /// <inheritdoc/>
    public static int Count => Vector128<float>.Count;

    /// <inheritdoc/>
    public static Vector128<float> Of(float value) => Vector128.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> a, Vector128<float> b, Vector128<float> c) => Vector128.MultiplyAddEstimate(a, b, c);

    /// <inheritdoc/>
    public static float Sum(Vector128<float> a) => Vector128.Sum(a);
}
