using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>max(x, 0), with derivative 0 at 0 (PyTorch's convention); NaN stays NaN.</summary>
public readonly record struct Relu : IStatedSlope<ReluSlope>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => T.Select(x <= T.Zero, T.Zero, x);

    /// <inheritdoc/>
    public ReluSlope StatedSlope() => new();
}
