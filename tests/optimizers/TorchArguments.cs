using System.Text.Json;

namespace Catapult.Tests;

/// <summary>The arguments of a PyTorch optimizer, which must all be read: one that is passed over would make another optimizer of it.</summary>
internal sealed class TorchArguments(OptimizerGolden golden)
{
    // The rate is given by group.
    private readonly HashSet<string> unread = [.. golden.Args.Keys.Except(["lr"])];

    /// <summary>The decays of the two moments.</summary>
    public (double First, double Second) Betas => Read("betas") is { } value ? (value[0].GetDouble(), value[1].GetDouble()) : (0.9, 0.999);

    public double Number(string name, double absent) => Read(name)?.GetDouble() ?? absent;

    public bool Flag(string name) => Read(name)?.GetBoolean() ?? false;

    /// <exception cref="NotSupportedException">An argument was not read.</exception>
    public void MustAllBeRead()
    {
        if (unread.Count > 0)
            throw new NotSupportedException($"{golden.Optimizer} has no argument '{unread.First()}' in {nameof(TorchOptimizers)}; give it one.");
    }

    private JsonElement? Read(string name)
    {
        unread.Remove(name);
        return golden.Args.TryGetValue(name, out JsonElement value) ? value : null;
    }
}
