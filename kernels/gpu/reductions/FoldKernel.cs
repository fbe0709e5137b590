using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// Folds lines or chunks of them: each thread its share in a register, then the group's shares as a tree in shared memory. The order of all additions
/// follows from the sizes alone.
/// </summary>
internal readonly struct FoldKernel<F, S>(F fold, FoldShape shape, ArrayView<S> partials) : IGpuKernel where F : struct, IFold<F, S> where S : unmanaged
{
    public void Run()
    {
        int outer = shape.Line, inner = shape.Column, stride = shape.Stride, thread = Group.IdxX;
        bool inside = outer < shape.Outer && inner < shape.Inner;
        S state = fold.Identity();
        if (inside)
        {
            F line = fold.Of(outer, inner);
            for (int i = shape.Start + stride; i < shape.End; i += shape.Strides) state = line.Add(state, outer, i, inner);
        }

        ArrayView<S> shared = SharedMemory.Allocate<S>(Launcher.LargestGroup);
        shared[thread] = state;
        Group.Barrier();
        for (int half = shape.Strides / 2; half > 0; half /= 2)
        {
            if (stride < half)
            {
                state = fold.Merge(state, shared[thread + half * shape.Columns]);
                shared[thread] = state;
            }
            Group.Barrier();
        }
        if (!inside || stride > 0) return;
        if (shape.Chunks == 1) fold.Write(state, outer, inner);
        else partials[(outer * shape.Chunks + Grid.IdxY) * shape.Inner + inner] = state;
    }
}
