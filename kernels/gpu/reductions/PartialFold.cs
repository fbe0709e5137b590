using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>The second level of a fold: puts the chunks of each line together.</summary>
internal readonly struct PartialFold<F, S>(F fold, int chunks, int width, ArrayView<S> partials) : IFold<PartialFold<F, S>, S> where F : struct, IFold<F, S> where S : unmanaged
{
    public PartialFold<F, S> Of(int outer, int inner) => this;

    public S Identity() => fold.Identity();

    public S Add(S state, int outer, int reduced, int inner) => fold.Merge(state, partials[(outer * chunks + reduced) * width + inner]);

    public S Merge(S a, S b) => fold.Merge(a, b);

    public void Write(S state, int outer, int inner) => fold.Write(state, outer, inner);
}
