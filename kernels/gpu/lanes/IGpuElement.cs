namespace Catapult.Kernels.Gpu;

/// <summary>An element in a register, of whatever type.</summary>
internal interface IGpuElement<T> where T : unmanaged, IGpuElement<T>
{
    /// <summary>The element nearest to a number; an integer by truncation.</summary>
    static abstract T Const(double x);

    /// <summary>The element as a double, exactly.</summary>
    static abstract double ToDouble(T x);
}
