using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>The derivative of a linear formula: Value everywhere, at infinities and NaN too.</summary>
public readonly record struct ConstantSlope(double Value) : IUnary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => T.Const(Value);
}
