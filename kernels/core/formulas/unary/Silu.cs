using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>x * sigmoid(x), also called swish.</summary>
public readonly record struct Silu : IUnary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => x * T.Sigmoid(x);
}
