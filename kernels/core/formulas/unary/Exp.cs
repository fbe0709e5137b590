using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>e^x.</summary>
public readonly record struct Exp : IUnary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => T.Exp(x);
}
