using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Catapult.Kernels;
using Catapult.Lab;
using Catapult.Training;

namespace Catapult.Cli;

/// <summary>What a run remembers in its checkpoints beside the state of training, so that a resumed run reports on the whole.</summary>
internal sealed record RunHistory
{
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public required TrainOptions Options { get; init; }

    public required double MaxLearningRate { get; init; }

    public RangeTestCurve? RangeTest { get; init; }

    public List<EpochResult> Epochs { get; init; } = [];

    /// <summary>One list a traced step.</summary>
    public List<LayerReading[]> Traces { get; init; } = [];

    /// <summary>The sharpness along the run.</summary>
    public List<SharpnessReading> Sharpness { get; init; } = [];

    /// <summary>Time spent in training steps.</summary>
    public double TrainSeconds { get; set; }

    /// <summary>Time spent by the processes of the run so far.</summary>
    public double WallSeconds { get; set; }

    public JsonObject ToJson() => JsonSerializer.SerializeToNode(this, Json)!.AsObject();

    /// <summary>What a checkpoint remembers.</summary>
    /// <exception cref="InputException">There is no checkpoint, or <c>catapult train</c> did not write it.</exception>
    public static RunHistory Of(string checkpoint)
    {
        try
        {
            return Checkpoint.Peek(checkpoint).Run.Deserialize<RunHistory>(Json)!;
        }
        catch (JsonException error)
        {
            throw new InputException($"The checkpoint '{checkpoint}' holds no run of catapult train, or is damaged: {error.Message}", error);
        }
    }
}
