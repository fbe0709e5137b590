using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using Catapult.Training;

namespace Catapult.Lab;

/// <summary>One training run of an experiment, from a fresh model to its test accuracy.</summary>
internal sealed record TrainingCell
{
    // The decay of the average that curves show.
    private const double Smoothing = 0.98;

    /// <summary>Makes the model for a data set.</summary>
    public required Func<ParameterFactory, ImageDataset, Module> Model { get; init; }

    /// <summary>What is learned, and what is judged.</summary>
    public required ImageDatasets Data { get; init; }

    /// <summary>Images of a step.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Passes over the training images.</summary>
    public required int Epochs { get; init; }

    /// <summary>The rates of the run, given its number of steps.</summary>
    public required Func<long, GroupSchedule> Schedule { get; init; }

    /// <summary>Makes the optimizer of the groups, unless the context has one in its place.</summary>
    public required Func<IReadOnlyList<ParameterGroup>, Optimizer> Optimizer { get; init; }

    /// <summary>The momentum or first beta, where no schedule moves it.</summary>
    public double Momentum { get; init; } = 0.9;

    /// <summary>The weight decay.</summary>
    public double WeightDecay { get; init; }

    /// <summary>Makes the groups of a model, whose momentum and decay are set afterwards.</summary>
    public Func<Module, ParameterGroup[]> Groups { get; init; } = model => ParameterGroup.All(model);

    /// <summary>How training images are varied.</summary>
    public Augmentation Augmentation { get; init; }

    /// <summary>Epochs from one judgement to the next; the last epoch is always judged.</summary>
    public int JudgeEvery { get; init; } = 1;

    /// <summary>Decides weights, order and variations.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Is told of the model after each epoch, from 1.</summary>
    public Action<int, Module>? AfterEpoch { get; init; }

    /// <summary>A model of <see cref="Models.Names"/>.</summary>
    public static Func<ParameterFactory, ImageDataset, Module> Named(string name) =>
        (make, data) => Models.Create(name, make, (data.Height, data.Width, data.Channels), data.Classes);

    /// <summary>Trains, and judges after epochs.</summary>
    /// <param name="context">The optimizer, if not the cell's own, and what stops the run.</param>
    /// <param name="backend">Where.</param>
    public TrainingOutcome Train(ExperimentContext context, Backend backend)
    {
        var normalization = Normalization.Of(Data.Train);
        var loader = new DataLoader(Data.Train, BatchSize, normalization, Seed, augmentation: Augmentation);
        Module model = Model(new ParameterFactory(backend, Seed), Data.Train);
        ParameterGroup[] groups = Groups(model);
        foreach (ParameterGroup group in groups) (group.Momentum, group.WeightDecay) = (Momentum, WeightDecay);
        Optimizer optimizer = context.Create(groups, Optimizer);
        long steps = (long)Epochs * loader.StepsPerEpoch;
        using var trainer = new Trainer(model, optimizer, loader, new TrainingPlan { TotalSteps = steps, Schedules = [context.Scaled(Schedule(steps))] });
        using BatchSource test = Evaluation.Batches(backend, Data.Test, normalization);
        var average = new MovingAverageOfLoss(Smoothing);
        List<double> epochs = [], losses = [], accuracies = [];
        while (!trainer.IsDone)
        {
            context.Cancel.ThrowIfCancellationRequested();
            StepResult step = trainer.TakeStep();
            if (!step.IsApplied) return new(epochs, accuracies, losses, step.Step);
            double smoothed = average.Add(step.Loss);
            if (trainer.Step % loader.StepsPerEpoch != 0) continue;
            int epoch = (int)(trainer.Step / loader.StepsPerEpoch);
            AfterEpoch?.Invoke(epoch, model);
            if (epoch % JudgeEvery != 0 && !trainer.IsDone) continue;
            epochs.Add(epoch);
            losses.Add(smoothed);
            using var judged = JudgedWeights.Borrow(model, optimizer, loader);
            accuracies.Add(Evaluation.Of(model, test).Accuracy);
        }
        return new(epochs, accuracies, losses, null);
    }
}
