using System.Text.Json;
using System.Text.Json.Serialization;

namespace Catapult.Tests;

/// <summary>One case of goldens/schedules.json: a PyTorch scheduler with its rate and momentum at every step.</summary>
internal sealed record ScheduleGolden(
    [property: JsonPropertyName("schedule")] string Schedule,
    [property: JsonPropertyName("args")] JsonElement Args,
    [property: JsonPropertyName("base_lr")] double[] BaseLr,
    [property: JsonPropertyName("lr")] double[][] Lr,
    [property: JsonPropertyName("momentum")] double[][] Momentum,
    [property: JsonPropertyName("metric")] double[]? Metric)
{
    public static IReadOnlyList<ScheduleGolden> Load() => GoldenFile.Load<ScheduleGolden>("schedules.json");

    public double Number(string name) => Args.GetProperty(name).GetDouble();

    public long Whole(string name) => Args.GetProperty(name).GetInt64();

    public string Text(string name) => Args.GetProperty(name).GetString()!;

    /// <summary>The arguments of one of a sequence's parts.</summary>
    public ScheduleGolden Part(string name) => this with { Args = Args.GetProperty(name) };
}
