using System.Text.Json.Nodes;

namespace Catapult.Training;

/// <summary>What a checkpoint holds beside tensors.</summary>
public sealed record CheckpointState
{
    /// <summary>The version of the format that this program writes and reads.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The format's version.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The number of the next step, from 0.</summary>
    public required long Step { get; init; }

    /// <summary>The optimizer, as it describes itself.</summary>
    public required string Optimizer { get; init; }

    /// <summary>Steps applied to each parameter group.</summary>
    public required long[] GroupSteps { get; init; }

    /// <summary>What the optimizer remembers beside tensors.</summary>
    public Dictionary<string, double> Numbers { get; init; } = [];

    /// <summary>Positions of the model's generators of random numbers.</summary>
    public required ulong[] Generators { get; init; }

    /// <summary>Whatever the program that trains wants to find again, such as its options.</summary>
    public JsonObject Run { get; init; } = [];
}
