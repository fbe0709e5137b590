using System.Text.Json.Serialization;
using Catapult.Kernels;
using Catapult.Optimizers;

namespace Catapult.Cli;

/// <summary>
/// What <c>train</c> and <c>lr-find</c> share: data, model, optimizer, machine and folders. The initial values are
/// the defaults of the command line; a null leaves the choice to a rule that the property names.
/// </summary>
public abstract record RunOptions : CommandOptions
{
    /// <summary>One of <see cref="Choices.Datasets"/>.</summary>
    public string Dataset { get; init; } = "glyphs";

    /// <summary>Folder of the dataset's files; null is <see cref="DataFolderOrDefault"/>.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Whether to fetch the dataset into the data folder when it is not there.</summary>
    public bool Download { get; init; }

    /// <summary>Base address that replaces the dataset's public home; null keeps the home.</summary>
    public Uri? DownloadFrom { get; init; }

    /// <summary>One of <see cref="Choices.Models"/>.</summary>
    public string Model { get; init; } = "resnet8";

    /// <summary>Images a step, at least 1.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>Training images used, from the first on; null uses all.</summary>
    public int? Limit { get; init; }

    /// <summary>One of <see cref="Choices.Augmentations"/>; null is <see cref="AugmentOrDefault"/>.</summary>
    public string? Augment { get; init; }

    /// <summary>Fraction of the target's probability spread evenly over the classes, in [0, 1).</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>One of <see cref="Choices.Optimizers"/>.</summary>
    public string Optimizer { get; init; } = "sgd";

    /// <summary>
    /// Momentum of SGD and RMSprop, the first beta of Adam and its kin; in [0, 1). A preset of 1cycle may cycle it.
    /// Null is <see cref="MomentumOrDefault"/>.
    /// </summary>
    public double? Momentum { get; init; }

    /// <summary>Whether SGD looks ahead along its velocity; without effect where the momentum is 0.</summary>
    public bool Nesterov { get; init; } = true;

    /// <summary>One of <see cref="Choices.MomentumForms"/>.</summary>
    public string MomentumForm { get; init; } = "lr-outside";

    /// <summary>Weight decay, 0 or more; null is <see cref="WeightDecayOrDefault"/>.</summary>
    public double? WeightDecay { get; init; }

    /// <summary>Whether biases and the scales and shifts of norms are left out of weight decay.</summary>
    public bool NoDecayOnNormsAndBiases { get; init; }

    /// <summary>One of <see cref="Choices.Devices"/>.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>One of <see cref="Choices.Precisions"/>: how a GPU multiplies matrices.</summary>
    public string Precision { get; init; } = "float32";

    /// <summary>One of <see cref="Choices.ElementTypes"/>: of weights, of the optimizer's state, and of all arithmetic between.</summary>
    public string ElementType { get; init; } = "float32";

    /// <summary>Threads of the CPU backend, at least 1; the result does not depend on them.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Seed of every random number of the run.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Folder for the results; null is <see cref="OutOrDefault"/>.</summary>
    public string? Out { get; init; }

    /// <summary>Whether to print the final lines only.</summary>
    public bool Quiet { get; init; }

    /// <summary><see cref="DataFolder"/>, or <c>data/&lt;dataset&gt;</c>.</summary>
    [JsonIgnore]
    public string DataFolderOrDefault => DataFolder ?? Path.Combine("data", Dataset);

    /// <summary><see cref="Augment"/>, or the dataset's own (<see cref="DatasetDefaults"/>).</summary>
    [JsonIgnore]
    public string AugmentOrDefault => Augment ?? DatasetDefaults.Of(Dataset).Augment;

    /// <summary><see cref="Momentum"/>, or the optimizer's own (<see cref="NamedOptimizer"/>); null where it has none.</summary>
    [JsonIgnore]
    public double? MomentumOrDefault => Momentum ?? NamedOptimizer.Of(Optimizer).Momentum;

    /// <summary>The settings of SGD.</summary>
    [JsonIgnore]
    public SgdOptions Sgd => new(Nesterov, Form: MomentumForm == "lr-inside" ? Optimizers.MomentumForm.RateInside : Optimizers.MomentumForm.RateOutside);

    /// <summary><see cref="WeightDecay"/>, or the optimizer's own (<see cref="NamedOptimizer"/>).</summary>
    [JsonIgnore]
    public double WeightDecayOrDefault => WeightDecay ?? NamedOptimizer.Of(Optimizer).WeightDecay;

    /// <summary><see cref="Out"/>, or the folder resumed from, or <c>runs/&lt;time&gt;-&lt;dataset&gt;-&lt;model&gt;</c>.</summary>
    /// <param name="now">The time in the folder's name.</param>
    public string OutOrDefault(DateTime now) =>
        Out ?? Resume ?? Path.Combine("runs", $"{now:yyyyMMdd-HHmmss}-{Dataset}-{Model}");

    /// <inheritdoc/>
    public override void Check()
    {
        if (DownloadFrom is not null && !Download)
            throw new InputException("--download-from is the address that --download fetches from: give --download as well.");
        if (Download && Dataset == "glyphs")
            throw new InputException("--download has nothing to fetch for glyphs, which are drawn: name another --dataset.");
        if (Optimizer != "sgd" && Given.Intersect(["--nesterov", "--momentum-form"]) is [var sgdOnly, ..])
            throw new InputException($"{sgdOnly} belongs to --optimizer sgd and means nothing to {Optimizer}: leave one of the two out.");
        if (NamedOptimizer.Of(Optimizer).Momentum is null && Given.Contains("--momentum"))
            throw new InputException($"--momentum means nothing to --optimizer {Optimizer}: leave one of the two out.");
    }
}
