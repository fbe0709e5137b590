using System.Text.Json;
using System.Text.Json.Serialization;

namespace Catapult.Tests;

/// <summary>One case of goldens/optimizers.json: parameters before and after steps of a PyTorch optimizer along given gradients.</summary>
internal sealed record OptimizerGolden(
    [property: JsonPropertyName("optimizer")] string Optimizer,
    [property: JsonPropertyName("args")] Dictionary<string, JsonElement> Args,
    [property: JsonPropertyName("group_lr")] double[] GroupLr,
    [property: JsonPropertyName("init")] GoldenArray[] Init,
    [property: JsonPropertyName("grads")] GoldenArray[][] Grads,
    [property: JsonPropertyName("params_after")] GoldenArray[][] ParamsAfter,
    [property: JsonPropertyName("after_steps")] int[] AfterSteps)
{
    public static IReadOnlyList<OptimizerGolden> Load() => GoldenFile.Load<OptimizerGolden>("optimizers.json");

    public override string ToString() =>
        $"{Optimizer}({string.Join(", ", Args.Select(pair => $"{pair.Key}={pair.Value}"))}){(GroupLr.Length > 1 ? ", two groups" : "")}";
}
