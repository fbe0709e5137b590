using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Catapult.Cli;

/// <summary>The options of a command, as far as every command has them.</summary>
public abstract record CommandOptions
{
    /// <summary>Folder of an earlier run to continue from; null starts afresh.</summary>
    public string? Resume { get; init; }

    /// <summary>Names of the options that the command line stated, such as <c>--lr</c>; all others are defaults.</summary>
    [JsonIgnore]
    public ImmutableSortedSet<string> Given { get; init; } = [];

    /// <summary>Holds the options against each other, after those of a resumed run are merged in.</summary>
    /// <exception cref="Catapult.Kernels.InputException">Two options contradict each other.</exception>
    public virtual void Check()
    {
    }
}
