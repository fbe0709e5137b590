using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>The derivative of a formula of two variables by its first one, by dual numbers.</summary>
public readonly record struct PartialA<O>(O Formula) : IBinary where O : struct, IBinary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T a, T b) where T : struct, ILane<T> => Formula.F(new Dual<T>(a, T.One), new Dual<T>(b, T.Zero)).Slope;
}
