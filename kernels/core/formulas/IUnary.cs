namespace Catapult.Kernels;

/// <summary>
/// A scalar formula of one variable, written once for every lane. Parameters are fields of the struct. Mark the implementation
/// <c>[MethodImpl(MethodImplOptions.AggressiveInlining)]</c>, so that it melts into the kernels' loops.
/// </summary>
public interface IUnary
{
    /// <summary>f(x).</summary>
    T F<T>(T x) where T : struct, ILane<T>;
}
