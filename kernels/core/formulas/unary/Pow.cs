using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>x to a constant power; NaN below 0 unless the exponent is whole.</summary>
public readonly record struct Pow(double Exponent) : IUnary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => T.Pow(x, Exponent);
}
