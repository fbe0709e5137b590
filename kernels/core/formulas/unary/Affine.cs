using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>Scale * x + Shift.</summary>
public readonly record struct Affine(double Scale, double Shift) : IStatedSlope<ConstantSlope>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => T.MultiplyAdd(T.Const(Scale), x, T.Const(Shift));

    /// <inheritdoc/>
    public ConstantSlope StatedSlope() => new(Scale);
}
