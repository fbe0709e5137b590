namespace Catapult.Kernels.Gpu;

/// <summary>
/// A lane that is one element in a register. Being a struct of a single field it costs nothing, and it is the element type of the views that
/// kernels read and write, so a kernel that is generic over its lane serves both floating-point types.
/// </summary>
internal interface IGpuLane<T> : ILane<T>, IGpuElement<T> where T : unmanaged, IGpuLane<T>
{
    /// <summary>The number nearest to an integer.</summary>
    static abstract T Of(int x);

    /// <summary>1 / x to within two units of the last place, for x from 1 to 2^31: no division, so no branch for its rare cases, which would part the loads of a loop.</summary>
    static abstract T Inverse(int x);

    /// <summary>Whether a mask holds.</summary>
    static abstract bool Holds(T mask);

    /// <summary>A uniform random number in [0, 1), with as many random bits as the type holds.</summary>
    static abstract T Uniform(RandomStream stream, ulong index);

    /// <summary>The number nearest to a double.</summary>
    static new abstract T Const(double x);
}
