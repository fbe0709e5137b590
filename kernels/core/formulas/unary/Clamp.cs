using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>x limited to [Low, High]; the derivative is 1 at both bounds.</summary>
public readonly record struct Clamp(double Low, double High) : IUnary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => T.Select(x < T.Const(Low), T.Const(Low), T.Select(x > T.Const(High), T.Const(High), x));
}
