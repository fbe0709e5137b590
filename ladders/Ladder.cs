using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>A problem that one kernel after the other solves, each a rung above the one before, up to the engine's own.</summary>
public abstract class Ladder
{
    /// <summary>The name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What is computed, with shapes: a phrase.</summary>
    public abstract string Task { get; }

    /// <summary>What the size counts.</summary>
    public abstract string SizeMeaning { get; }

    /// <summary>The size of a race, where none is given.</summary>
    public abstract int DefaultSize { get; }

    /// <summary>The rungs from the plainest up; the last is the engine's own kernel.</summary>
    public abstract IReadOnlyList<Rung> Rungs { get; }

    /// <summary>A rung that is right and leaves something to gain: the reader's own.</summary>
    public abstract Rung Exercise { get; }

    /// <summary>Whether the rungs are kernels for a GPU.</summary>
    public virtual bool IsGpu => false;

    /// <summary>All rungs, the exercise last.</summary>
    public IEnumerable<Rung> All => [.. Rungs, Exercise];

    /// <summary>The least work that a problem of a size takes.</summary>
    public abstract Work Count(int size);

    /// <summary>A problem of a size.</summary>
    /// <param name="backend">Where it lives: a <see cref="CpuBackend"/>, or a GPU's backend for a GPU's ladder.</param>
    /// <param name="size">What <see cref="SizeMeaning"/> says.</param>
    public abstract Problem Create(Backend backend, int size);

    /// <summary>Problems of awkward shapes: edges, single elements, lengths around those of vectors and blocks. The caller disposes each.</summary>
    public abstract IEnumerable<Problem> CreateAwkward(Backend backend);

    /// <summary>The file where a rung's results are wrong, and how; null where all awkward problems are solved.</summary>
    public string? FaultOf(Rung rung, Backend backend)
    {
        foreach (Problem problem in CreateAwkward(backend))
        {
            using (problem)
            {
                problem.Restore();
                rung.Run(problem);
                problem.Wait();
                if (problem.Error() is var error && error > rung.Coarseness)
                    return $"{Name}/{rung} is wrong for {problem.Shape}: {(double.IsFinite(error) ? $"the worst result is {error:G3} times as far off as rounding explains" : "a result is missing or NaN")} ({rung.File}).";
            }
        }
        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
