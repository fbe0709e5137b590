using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>gradient * f'(x), the chain rule in one pass, given the formula of f'.</summary>
public readonly record struct Chain<D>(D Slope) : IBinary where D : struct, IUnary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T gradient, T x) where T : struct, ILane<T> => gradient * Slope.F(x);
}
