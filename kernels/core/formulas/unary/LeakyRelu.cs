using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>x above 0, Slope * x below; the derivative at 0 is Slope.</summary>
public readonly record struct LeakyRelu(double Slope) : IUnary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => T.Select(x > T.Zero, x, T.Scale(Slope, x));
}
