using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using Catapult.Schedules;
using Catapult.Training;

namespace Catapult.Tests;

/// <summary>A small training run on a few glyphs: everything that the same arguments describe anew, to the bit.</summary>
internal sealed class TrainingRig : IDisposable
{
    public const int BatchSize = 16;

    public const int StepsPerEpoch = 5;

    public const int TotalSteps = 14;

    private const string DropoutNet = "dropout";

    private static readonly ImageDataset Data = Glyphs.Generate(seed: 3, train: StepsPerEpoch * BatchSize, test: 1).Train;

    private readonly Backend backend;

    public TrainingRig(string model = DropoutNet, string optimizer = "sgd", GroupSchedule? schedule = null, int threads = 1)
    {
        backend = new CpuBackend(threads);
        var make = new ParameterFactory(backend, seed: 5);
        Model = model == DropoutNet ? WithDropout(make) : Models.Create(model, make, (Data.Height, Data.Width, Data.Channels), Data.Classes);
        ParameterGroup[] groups = ParameterGroup.WithoutDecayOnScalesAndShifts(Model, weightDecay: 5e-4);
        Optimizer = OptimizerCase.Named(optimizer).Over(groups);
        Loader = new DataLoader(Data, BatchSize, Normalization.Of(Data), seed: 7, augmentation: new Augmentation(2, false, true));
        Schedule = schedule ?? OneCycle;
    }

    /// <summary>One cycle over the whole run, momentum included.</summary>
    public static GroupSchedule OneCycle => new OneCycle(OneCyclePreset.Torch, 0.01, TotalSteps);

    public static GroupSchedule Constant(double rate = 0.01) => new(new Constant(rate));

    public Module Model { get; }

    public Optimizer Optimizer { get; }

    public DataLoader Loader { get; }

    public GroupSchedule Schedule { get; }

    /// <summary>A digest of weights, buffers, optimizer state, settings and generators.</summary>
    public string StateHash => TrainingSnapshot.Take(Model, Optimizer).Hash();

    public Trainer CreateTrainer(long firstStep = 0, long totalSteps = TotalSteps) =>
        new(Model, Optimizer, Loader, new TrainingPlan { TotalSteps = totalSteps, Schedules = [Schedule] }, firstStep);

    /// <summary>Takes the steps from one to below another.</summary>
    public void Train(long from, long to)
    {
        using Trainer trainer = CreateTrainer(from);
        while (trainer.Step < to) trainer.TakeStep();
    }

    /// <summary>The bytes of model.safetensors.</summary>
    public byte[] ModelBytes()
    {
        using var folder = new TemporaryFolder();
        ModelFile.Save(Model, folder["model.safetensors"]);
        return File.ReadAllBytes(folder["model.safetensors"]);
    }

    public void Dispose() => backend.Dispose();

    private static Sequential WithDropout(ParameterFactory make) => new(
        new Flatten(), new Linear(make, Data.ImageSize, 32), new ReLU(), new Dropout(make, 0.3), new Linear(make, 32, Data.Classes));
}
