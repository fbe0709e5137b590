using Catapult.Kernels;

namespace Catapult.Cli;

/// <summary>The options of <c>catapult kernel show</c> and <c>catapult kernel check</c>.</summary>
public sealed record KernelShowOptions : CommandOptions
{
    /// <summary>A rung as LADDER/RUNG; <c>check</c> takes a whole ladder as well.</summary>
    public string? Name { get; init; }

    /// <summary>Whether to show what the JIT makes of it.</summary>
    public bool Jit { get; init; }

    /// <summary>Whether to show its PTX.</summary>
    public bool Ptx { get; init; }

    /// <summary>One of <see cref="Choices.Devices"/> on which a GPU's rungs are checked; null for the first that is here.</summary>
    public string? Device { get; init; }

    /// <inheritdoc/>
    public override void Check()
    {
        if (Jit && Ptx) throw new InputException("--jit shows rungs of the processor and --ptx those of a GPU: give one of them.");
    }
}
