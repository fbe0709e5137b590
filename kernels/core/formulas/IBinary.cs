namespace Catapult.Kernels;

/// <summary>A scalar formula of two variables, written once for every lane. See <see cref="IUnary"/>.</summary>
public interface IBinary
{
    /// <summary>f(a, b).</summary>
    T F<T>(T a, T b) where T : struct, ILane<T>;
}
