using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>log(1 + e^x).</summary>
public readonly record struct Softplus : IUnary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => T.Softplus(x);
}
