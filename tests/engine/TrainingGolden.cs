using System.Text.Json.Serialization;

namespace Catapult.Tests;

/// <summary>One run of goldens/training.json: a small network trained for 24 steps by PyTorch in float64.</summary>
internal sealed record TrainingGolden(
    [property: JsonPropertyName("run")] string Run,
    [property: JsonPropertyName("init")] Dictionary<string, GoldenArray> Init,
    [property: JsonPropertyName("x")] GoldenArray X,
    [property: JsonPropertyName("y")] int[] Y,
    [property: JsonPropertyName("loss")] double[] Loss,
    [property: JsonPropertyName("lr")] double[] Lr,
    [property: JsonPropertyName("grad_norm")] double[] GradNorm,
    [property: JsonPropertyName("final")] Dictionary<string, GoldenArray> Final,
    [property: JsonPropertyName("eval_logits")] GoldenArray EvalLogits)
{
    public static IReadOnlyList<TrainingGolden> Load() => GoldenFile.Load<TrainingGolden>("training.json");
}
