using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 x³))), the approximation of <see cref="Gelu"/> (Hendrycks and Gimpel 2016, section 2).</summary>
public readonly record struct GeluTanh : IUnary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> =>
        T.Scale(0.5, x) * (T.One + T.Tanh(T.Scale(Math.Sqrt(2 / Math.PI), x * (T.One + T.Scale(0.044715, x * x)))));
}
