namespace Catapult.Kernels.Gpu;

/// <summary>A <see cref="LoopNest"/> as kernels can hold it: ILGPU knows no inline arrays. Loops are counted from the innermost.</summary>
internal struct GpuNest(in LoopNest nest)
{
    private readonly int rank = nest.Rank, offsetA = nest.OffsetA, offsetB = nest.OffsetB;
    private readonly Loop loop0 = new(nest, 0), loop1 = new(nest, 1), loop2 = new(nest, 2), loop3 = new(nest, 3);
    private readonly Loop loop4 = new(nest, 4), loop5 = new(nest, 5), loop6 = new(nest, 6), loop7 = new(nest, 7);

    /// <summary>Where both operands stand in iteration <paramref name="i"/> of the whole nest.</summary>
    public readonly (int A, int B) Places(int i)
    {
        int a = offsetA, b = offsetB;
        Step(loop0, ref i, ref a, ref b);
        if (rank > 1) Step(loop1, ref i, ref a, ref b);
        if (rank > 2) Step(loop2, ref i, ref a, ref b);
        if (rank > 3) Step(loop3, ref i, ref a, ref b);
        if (rank > 4) Step(loop4, ref i, ref a, ref b);
        if (rank > 5) Step(loop5, ref i, ref a, ref b);
        if (rank > 6) Step(loop6, ref i, ref a, ref b);
        if (rank > 7) Step(loop7, ref i, ref a, ref b);
        return (a, b);
    }

    private static void Step(Loop loop, ref int i, ref int a, ref int b)
    {
        int rest = i / loop.ByExtent, trip = i - rest * loop.Extent;
        a += trip * loop.StrideA;
        b += trip * loop.StrideB;
        i = rest;
    }

    /// <summary>One loop of a nest, or a loop of one trip beyond the outermost.</summary>
    private readonly struct Loop
    {
        public readonly int Extent = 1, StrideA, StrideB;
        public readonly Divisor ByExtent = new(1);

        public Loop(in LoopNest nest, int fromInnermost)
        {
            int axis = nest.Rank - 1 - fromInnermost;
            if (axis < 0) return;
            (Extent, StrideA, StrideB) = (nest.Extents[axis], nest.StridesA[axis], nest.StridesB[axis]);
            ByExtent = new(Extent);
        }
    }
}
