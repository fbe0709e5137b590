using System.Globalization;
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

    /// <summary>Where a rung is wrong, in a sentence; null where it solves all awkward problems.</summary>
    /// <param name="rung">The rung.</param>
    /// <param name="backend">Where it runs.</param>
    /// <param name="worst">The largest error on the way, in units of what rounding may cause.</param>
    public string? FaultOf(Rung rung, Backend backend, out double worst)
    {
        worst = 0;
        foreach (Problem problem in CreateAwkward(backend))
        {
            using (problem)
            {
                problem.Restore();
                rung.Run(problem);
                problem.Wait();
                Deviation found = problem.Worst();
                worst = Math.Max(worst, found.Error);
                if (found.Error <= rung.Coarseness) continue;
                return string.Create(CultureInfo.InvariantCulture, $"{Name}/{rung} is wrong for {problem.Shape}: result {found.Index} is {found.Result:G6} and should be {found.Expected:G6}, {Distance(found.Error)} ({rung.File}).");
            }
        }
        return null;

        static string Distance(double error) =>
            double.IsFinite(error) ? string.Create(CultureInfo.InvariantCulture, $"{error:G3} times as far off as rounding explains") : "no number where there is one";
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
