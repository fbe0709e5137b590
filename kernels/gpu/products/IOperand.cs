using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// One side of a product y(m, n) = sum over k of left(m, k) right(n, k): says where element (outer, depth) lies in memory, outer being m or n and depth k.
/// A matrix, its transpose and the patches of a convolution differ in this alone, so one kernel multiplies them all.
/// </summary>
internal interface IOperand<T> where T : unmanaged
{
    /// <summary>Whether neighbours in memory are neighbours in depth; otherwise they are neighbours along the outer axis.</summary>
    static abstract bool AlongDepth { get; }

    /// <summary>The memory.</summary>
    ArrayView<T> View { get; }

    /// <summary>What follows from the outer index alone; the compiler takes it out of the loop over the depth.</summary>
    Place Locate(int batch, int outer);

    /// <summary>The index of an element, or -1 where it is 0 for lying outside.</summary>
    int Find(Place place, int depth);
}
