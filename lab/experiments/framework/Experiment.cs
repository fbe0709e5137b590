namespace Catapult.Lab;

/// <summary>
/// A phenomenon of the field as a command: what a paper claims, run at a scale of choice, and judged by the figures that come out. Derive from it, one class
/// an experiment, and name it in <see cref="Experiments"/>.
/// </summary>
public abstract class Experiment
{
    /// <summary>The name on the command line, in words joined by dashes.</summary>
    public abstract string Name { get; }

    /// <summary>What is to be seen, in a phrase.</summary>
    public abstract string Shows { get; }

    /// <summary>Where it comes from: authors, title, place, year.</summary>
    public abstract string Source { get; }

    /// <summary>What the source claims, in a paragraph.</summary>
    public abstract string Claim { get; }

    /// <summary>The data set that it reads; null for none.</summary>
    public virtual string? Dataset => null;

    /// <summary>About how long it takes, in words.</summary>
    public abstract string Cost(ExperimentScale scale);

    /// <summary>Runs it.</summary>
    /// <param name="context">Where, how large, and on what.</param>
    /// <exception cref="Catapult.Kernels.InputException">The data are missing or damaged.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public abstract ExperimentResult Run(ExperimentContext context);
}
