using Catapult.Engine;
using Catapult.Kernels.Gpu;
using Catapult.Lab;
using Catapult.Optimizers;
using Catapult.Schedules;

namespace Catapult.Cli;

/// <summary>The names that options with a fixed set of values accept, in the order in which the help lists them.</summary>
public static class Choices
{
    /// <summary>Values of <c>--dataset</c>.</summary>
    public static IReadOnlyList<string> Datasets => Engine.Datasets.Names;

    /// <summary>Values of <c>--model</c>.</summary>
    public static IReadOnlyList<string> Models => Engine.Models.Names;

    /// <summary>Values of <c>--augment</c>.</summary>
    public static IReadOnlyList<string> Augmentations => Augmentation.Names;

    /// <summary>Values of <c>--optimizer</c>.</summary>
    public static IReadOnlyList<string> Optimizers => [.. NamedOptimizer.All.Select(optimizer => optimizer.Name)];

    /// <summary>
    /// Values of <c>--momentum-form</c>: the rate outside the velocity (<c>v = m v + g; w -= lr v</c>, PyTorch) or
    /// inside it (<c>v = m v + lr g; w -= v</c>, Caffe). They differ whenever the rate moves.
    /// </summary>
    public static IReadOnlyList<string> MomentumForms { get; } = ["lr-outside", "lr-inside"];

    /// <summary>Values of <c>--schedule</c>.</summary>
    public static IReadOnlyList<string> Schedules { get; } =
    [
        "one-cycle", "constant", "linear", "step", "multi-step", "exponential", "polynomial",
        "cosine", "cosine-restarts", "flat-cosine", "warmup-stable-decay", "noam", "triangular", "triangular2", "exp-range",
    ];

    /// <summary>Values of <c>--preset</c>.</summary>
    public static IReadOnlyList<string> Presets { get; } = [.. OneCyclePreset.All.Select(preset => preset.Name)];

    /// <summary>Values of <c>--dtype</c>.</summary>
    public static IReadOnlyList<string> ElementTypes { get; } = ["float32", "float64"];

    /// <summary>Values of <c>--precision</c>.</summary>
    public static IReadOnlyList<string> Precisions { get; } = [.. Enum.GetNames<Precision>().Select(name => name.ToLowerInvariant())];

    /// <summary>Values of <c>--scale</c>.</summary>
    public static IReadOnlyList<string> ExperimentScales { get; } = [.. Enum.GetNames<ExperimentScale>().Select(name => name.ToLowerInvariant())];

    /// <summary>Values of <c>--device</c> that stand for a GPU, or play one.</summary>
    public static IReadOnlyList<string> GpuDevices { get; } = ["cuda", "opencl", "ilgpu-cpu"];

    /// <summary>Values of <c>--device</c>.</summary>
    public static IReadOnlyList<string> Devices { get; } = ["cpu", "reference", .. GpuDevices];
}
