using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// Folds lines or chunks of them: each thread its share in a register, then the group's shares as a tree, in shared memory as far as warps must meet
/// and by exchange within a warp. The order of all additions follows from the sizes alone, and is the same with an exchange and without.
/// </summary>
internal readonly struct FoldKernel<F, S, X>(F fold, FoldShape shape, ArrayView<S> partials) : IGpuKernel
    where F : struct, IFold<F, S> where S : unmanaged where X : struct, IExchange
{
    public void Run()
    {
        int outer = shape.Line, inner = shape.Column, stride = shape.Stride, half = shape.Strides / 2;
        bool inside = outer < shape.Outer && inner < shape.Inner;
        S state = inside ? Share(outer, inner, stride) : fold.Identity();
        ArrayView<S> shared = SharedMemory.Allocate<S>(Launcher.LargestGroup);
        for (; half > 0 && half * shape.Columns >= X.Reach; half /= 2)
        {
            // No thread writes a place that another may still be reading: those of earlier levels lie further on.
            if (stride < 2 * half) shared[Group.IdxX] = state;
            Group.Barrier();
            if (stride < half) state = fold.Merge(state, shared[Group.IdxX + half * shape.Columns]);
        }
        for (; half > 0; half /= 2) state = fold.Merge(state, X.Ahead(state, half * shape.Columns));
        if (!inside || stride > 0) return;
        if (shape.Chunks == 1) fold.Write(state, outer, inner);
        else partials[(outer * shape.Chunks + Grid.IdxY) * shape.Inner + inner] = state;
    }

    /// <summary>What falls to this thread, four elements at a time, so that their loads are on the way together.</summary>
    private S Share(int outer, int inner, int stride)
    {
        S state = fold.Identity();
        F line = fold.Of(outer, inner);
        int i = shape.Start + stride, step = shape.Strides;
        for (; i < shape.End - 3 * step; i += 4 * step)
        {
            state = line.Add(state, outer, i, inner);
            state = line.Add(state, outer, i + step, inner);
            state = line.Add(state, outer, i + 2 * step, inner);
            state = line.Add(state, outer, i + 3 * step, inner);
        }
        for (; i < shape.End; i += step) state = line.Add(state, outer, i, inner);
        return state;
    }
}
