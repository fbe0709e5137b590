using System.Text.Json;
using System.Text.Json.Serialization;

namespace Catapult.Tests;

/// <summary>One case of goldens/ops.json: an operation of PyTorch's with its value, gradients and perhaps second order; arrays in PyTorch's layouts.</summary>
internal sealed record OpGolden(
    [property: JsonPropertyName("op")] string Op,
    [property: JsonPropertyName("args")] JsonElement Args,
    [property: JsonPropertyName("inputs")] GoldenArray[] Inputs,
    [property: JsonPropertyName("output")] GoldenArray Output,
    [property: JsonPropertyName("grad_output")] GoldenArray GradOutput,
    [property: JsonPropertyName("grads")] GoldenArray[] Grads,
    [property: JsonPropertyName("vectors")] GoldenArray[]? Vectors,
    [property: JsonPropertyName("hvp")] GoldenArray[]? Hvp,
    [property: JsonPropertyName("running_mean_before")] GoldenArray? RunningMeanBefore,
    [property: JsonPropertyName("running_var_before")] GoldenArray? RunningVarBefore,
    [property: JsonPropertyName("running_mean_after")] GoldenArray? RunningMeanAfter,
    [property: JsonPropertyName("running_var_after")] GoldenArray? RunningVarAfter)
{
    public static IReadOnlyList<OpGolden> All { get; } = GoldenFile.Load<OpGolden>("ops.json");

    public int Whole(string name) => Args.GetProperty(name).GetInt32();

    public double Number(string name) => Args.GetProperty(name).GetDouble();

    public bool Flag(string name) => Args.GetProperty(name).GetBoolean();

    /// <summary>A list of integers, or one integer as a list; nested lists one behind the other.</summary>
    public int[] Wholes(string name) => [.. Flat(Args.GetProperty(name))];

    /// <summary>The extents of nested lists.</summary>
    public int[] Extents(string name)
    {
        var extents = new List<int>();
        for (JsonElement list = Args.GetProperty(name); list.ValueKind == JsonValueKind.Array; list = list[0]) extents.Add(list.GetArrayLength());
        return [.. extents];
    }

    public override string ToString() => $"{Op} {Args} of {string.Join(" and ", Inputs.Select(input => $"({string.Join(", ", input.Shape)})"))}";

    private static IEnumerable<int> Flat(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany(Flat) : [value.GetInt32()];
}
