using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>1 / (1 + e^-x).</summary>
public readonly record struct Sigmoid : IUnary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => T.Sigmoid(x);
}
