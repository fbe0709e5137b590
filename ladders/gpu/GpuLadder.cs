using Catapult.Kernels.Gpu;

namespace Catapult.Ladders;

/// <summary>A ladder whose rungs are kernels for a GPU.</summary>
/// <typeparam name="P">The problem.</typeparam>
internal abstract class GpuLadder<P> : Ladder where P : GpuProblem
{
    private readonly GpuLadderEntry entry;

    /// <param name="entry">Names and files.</param>
    /// <param name="kernels">The kernels of the rungs, in their order, the exercise's last.</param>
    protected GpuLadder(GpuLadderEntry entry, params IReadOnlyList<GpuRungKernel> kernels)
    {
        this.entry = entry;
        Rungs = [.. entry.Rungs.Zip(kernels, Create)];
        Exercise = Create(entry.Exercise, kernels[entry.Rungs.Count]);
    }

    public override string Name => entry.Name;

    public override string Task => entry.Task;

    public override string SizeMeaning => entry.SizeMeaning;

    public override int DefaultSize => entry.DefaultSize;

    public override bool IsGpu => true;

    public override IReadOnlyList<Rung> Rungs { get; }

    public override Rung Exercise { get; }

    public override Work Count(int size) => entry.Count(size);

    /// <summary>A rung that is a kernel of its own.</summary>
    protected static GpuRungKernel Of<K>() where K : struct, IGpuRung<P> => new(problem => K.Launch((P)problem), typeof(K));

    /// <summary>A rung that the engine launches.</summary>
    protected static GpuRungKernel Engine<R, K>(double coarseness = 1) where R : IKernel<P> where K : struct, IGpuKernel => new(problem => R.Run((P)problem), typeof(K), coarseness);

    private static Rung Create(GpuRungEntry entry, GpuRungKernel kernel) => Rung.OfGpu(entry, kernel.Run, kernel.Kernel, kernel.Coarseness);
}
