using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>The derivative of a formula of two variables by its second one, by dual numbers.</summary>
public readonly record struct PartialB<O>(O Formula) : IBinary where O : struct, IBinary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T a, T b) where T : struct, ILane<T> => Formula.F(new Dual<T>(a, T.Zero), new Dual<T>(b, T.One)).Slope;
}
