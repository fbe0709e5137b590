using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>
/// dz = dy * act'(z) with z = x * scale + shift + residual computed again: recomputing a value in registers is cheaper than reading it back.
/// </summary>
internal readonly unsafe struct NormalizeSlope<D, E, V>(D slope, E* x, E* residual, E* dy) where D : struct, IUnary where E : unmanaged where V : struct, IVectorLane<V, E>
{
    public readonly E* X = x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient(nint at, V value, V scale, V shift)
    {
        V z = V.MultiplyAdd(value, scale, shift);
        if (residual != null) z += V.Load(residual + at);
        return V.Load(dy + at) * slope.F(z);
    }

    public V GradientPartial(nint at, V value, V scale, V shift, int valid)
    {
        V z = V.MultiplyAdd(value, scale, shift);
        if (residual != null) z += V.LoadPartial(residual + at, valid);
        return V.LoadPartial(dy + at, valid) * slope.F(z);
    }
}
