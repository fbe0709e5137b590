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

    /// <summary>One of <see cref="Models.Names"/>.</summary>
    public required string Model { get; init; }

    /// <summary>What is learned, and what is judged.</summary>
    public required ImageDatasets Data { get; init; }

    /// <summary>Images of a step.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Passes over the training images.</summary>
    public required int Epochs { get; init; }

    /// <summary>The rates of the run, given its number of steps.</summary>
    public required Func<long, GroupSchedule> Schedule { get; init; }

    /// <summary>Makes the optimizer.</summary>
    public required Func<Module, Optimizer> Optimizer { get; init; }

    /// <summary>How training images are varied.</summary>
    public Augmentation Augmentation { get; init; }

    /// <summary>Decides weights, order and variations.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Trains, and judges after each epoch.</summary>
    /// <param name="backend">Where.</param>
    /// <param name="cancel">Stops the run.</param>
    public TrainingOutcome Train(Backend backend, CancellationToken cancel)
    {
        var normalization = Normalization.Of(Data.Train);
        var loader = new DataLoader(Data.Train, BatchSize, normalization, Seed, augmentation: Augmentation);
        Module model = Models.Create(Model, new ParameterFactory(backend, Seed), (Data.Train.Height, Data.Train.Width, Data.Train.Channels), Data.Train.Classes);
        long steps = (long)Epochs * loader.StepsPerEpoch;
        using var trainer = new Trainer(model, Optimizer(model), loader, new TrainingPlan { TotalSteps = steps, Schedules = [Schedule(steps)] });
        using BatchSource test = Evaluation.Batches(backend, Data.Test, normalization);
        var average = new MovingAverageOfLoss(Smoothing);
        List<double> losses = [], accuracies = [];
        while (!trainer.IsDone)
        {
            cancel.ThrowIfCancellationRequested();
            StepResult step = trainer.TakeStep();
            if (!step.IsApplied) return new(accuracies, losses, step.Step);
            double smoothed = average.Add(step.Loss);
            if (trainer.Step % loader.StepsPerEpoch != 0) continue;
            losses.Add(smoothed);
            accuracies.Add(Evaluation.Of(model, test).Accuracy);
        }
        return new(accuracies, losses, null);
    }
}
