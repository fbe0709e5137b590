using System.Text.Json.Serialization;

namespace Catapult.Ladders;

/// <summary>What a race knows of one rung.</summary>
/// <param name="Rung">Its name.</param>
/// <param name="IsParallel">Whether it ran on all threads.</param>
/// <param name="Times">Seconds of a call, one figure a lap.</param>
public sealed record RaceLine(string Rung, bool IsParallel, IReadOnlyList<double> Times)
{
    /// <summary>What the compiler made of its innermost loop; null where nobody looked.</summary>
    public InstructionMix? InnerLoop { get; init; }

    /// <summary>The median of the laps, of an even number the upper one; null before the first.</summary>
    [JsonIgnore]
    public double? Seconds => Times.Count == 0 ? null : Times.Order().ElementAt(Times.Count / 2);
}
