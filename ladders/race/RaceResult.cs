using System.Text.Json;
using System.Text.Json.Serialization;

namespace Catapult.Ladders;

/// <summary>Rungs of a ladder side by side: where, when, on which problem, and how long each took.</summary>
/// <param name="Ladder">The ladder's name.</param>
/// <param name="Size">The size of the problem.</param>
/// <param name="SizeMeaning">What the size counts.</param>
/// <param name="Work">What a call does at the least.</param>
/// <param name="Device">What computed.</param>
/// <param name="Threads">Threads of the rungs that share work.</param>
/// <param name="Roof">What the machine can do on these.</param>
/// <param name="SingleRoof">What it can do on one thread; null on a GPU.</param>
/// <param name="Date">The day, in UTC.</param>
/// <param name="Lines">The rungs, from the plainest up.</param>
public sealed record RaceResult(
    string Ladder, int Size, string SizeMeaning, Work Work, string Device, int Threads, Roof Roof, Roof? SingleRoof, DateOnly Date, IReadOnlyList<RaceLine> Lines)
{
    private static readonly JsonSerializerOptions Layout = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The laps that all rungs have run.</summary>
    [JsonIgnore]
    public int Laps => Lines.Min(line => line.Times.Count);

    /// <summary>How fast a rung was, in the work's unit; null before its first lap.</summary>
    public double? Speed(RaceLine line) => Work.Amount / line.Seconds;

    /// <summary>Its part of what the machine can do at most, on all threads; null before its first lap.</summary>
    public double? Share(RaceLine line) => Speed(line) / Work.Most(Roof);

    /// <summary>How many times as fast as the rung before it was: the median over laps, in which both ran one after the other. Null on the first rung, and on the reader's own.</summary>
    public double? Factor(RaceLine line)
    {
        int place = Lines.TakeWhile(one => one.Rung != line.Rung).Count();
        if (place < 1 || line.Rung == Rung.ExerciseName) return null;
        double[] factors = [.. Lines[place - 1].Times.Zip(line.Times, (before, now) => before / now).Order()];
        return factors.Length == 0 ? null : factors[factors.Length / 2];
    }

    /// <summary>The record as a file holds it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Layout) + "\n";

    /// <summary>Reads a record back.</summary>
    public static RaceResult FromJson(string json) => JsonSerializer.Deserialize<RaceResult>(json, Layout)!;
}
