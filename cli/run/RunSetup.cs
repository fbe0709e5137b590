using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Kernels.Gpu;
using Catapult.Optimizers;
using Catapult.Training;

namespace Catapult.Cli;

/// <summary>What the options describe, built: device, data, model and optimizer. Nothing is written to disk but a requested download.</summary>
internal sealed class RunSetup : IDisposable
{
    private BatchSource? testBatches, first;

    public RunSetup(RunOptions options, CancellationToken cancel)
    {
        Options = options;
        Backend = CreateBackend(options.Device, options.Threads, Enum.Parse<Precision>(options.Precision, ignoreCase: true));
        if (options.Download) Fetch(options, cancel);
        ImageDatasets data = Datasets.Load(options.Dataset, options.DataFolderOrDefault, threads: options.Threads);
        Train = options.Limit is { } limit && limit < data.Train.Count ? data.Train.Take(limit) : data.Train;
        Test = data.Test;
        Normalization = Normalization.Of(Train);
        Loader = CreateLoader(options.Seed);
        Model = CreateModel(options.Seed);
        Optimizer = CreateOptimizer(Model);
    }

    public RunOptions Options { get; }

    public Backend Backend { get; }

    public ImageDataset Train { get; }

    public ImageDataset Test { get; }

    public Normalization Normalization { get; }

    public DataLoader Loader { get; }

    /// <summary>The test set on the device, from when it is first asked for.</summary>
    public BatchSource TestBatches => testBatches ??= Evaluation.Batches(Backend, Test, Normalization);

    /// <summary>The loss of the first batch in evaluation mode, recorded.</summary>
    public Tensor FirstLoss()
    {
        Model.Train(false);
        (Tensor images, Tensor labels) = (first ??= Loader.On(Backend)).Load(0);
        return Model.Forward(images.To(Model.NamedParameters()[0].Value.Type)).CrossEntropy(labels, Options.LabelSmoothing);
    }

    public Module Model { get; }

    public Optimizer Optimizer { get; }

    /// <summary>The batches of a seed.</summary>
    public DataLoader CreateLoader(ulong seed) =>
        new(Train, Options.BatchSize, Normalization, seed, augmentation: Augmentation.Named(Options.AugmentOrDefault, Train));

    /// <summary>A model as the seed makes it.</summary>
    public Module CreateModel(ulong seed)
    {
        var make = new ParameterFactory(Backend, seed, Options.ElementType == "float64" ? DType.Float64 : DType.Float32);
        return Models.Create(Options.Model, make, (Train.Height, Train.Width, Train.Channels), Train.Classes);
    }

    /// <summary>An optimizer of a model.</summary>
    public Optimizer CreateOptimizer(Module model)
    {
        double decay = Options.WeightDecayOrDefault;
        return CreateOptimizer(Options.NoDecayOnNormsAndBiases ? ParameterGroup.WithoutDecayOnScalesAndShifts(model, decay) : ParameterGroup.All(model, decay));
    }

    /// <summary>An optimizer of groups that have their decay.</summary>
    public Optimizer CreateOptimizer(ParameterGroup[] groups)
    {
        foreach (ParameterGroup group in groups) group.Momentum = Options.MomentumOrDefault ?? 0;
        return Options.Optimizer == "sgd" ? new Sgd(groups, Options.Sgd) : NamedOptimizer.Of(Options.Optimizer).Create(groups);
    }

    public void Dispose()
    {
        testBatches?.Dispose();
        first?.Dispose();
        Backend.Dispose();
    }

    /// <summary>A backend of a kind of <see cref="Choices.Devices"/>.</summary>
    public static Backend CreateBackend(string device, int threads, Precision precision = Precision.Float32) => device switch
    {
        "cpu" => new CpuBackend(threads),
        "reference" => new ReferenceBackend(),
        _ => GpuDevices.Create(device, precision),
    };

    private static void Fetch(RunOptions options, CancellationToken cancel)
    {
        DownloadSource source = DownloadSource.Of(options.Dataset);
        if (options.DownloadFrom is { } home) source = source with { Home = home };
        using var downloader = new DatasetDownloader();
        downloader.DownloadAsync(source, options.DataFolderOrDefault, cancellation: cancel).GetAwaiter().GetResult();
    }
}
