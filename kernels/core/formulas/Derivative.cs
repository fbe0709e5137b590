using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>f' of a formula, by dual numbers; a formula again, so that it can be differentiated again.</summary>
public readonly record struct Derivative<O>(O Formula) : IUnary where O : struct, IUnary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => Formula.F(new Dual<T>(x, T.One)).Slope;
}
