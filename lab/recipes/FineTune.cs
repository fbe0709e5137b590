using Catapult.Engine;
using Catapult.Optimizers;
using Catapult.Schedules;
using Catapult.Training;

namespace Catapult.Lab;

/// <summary>
/// Fine-tuning of a trained model whose last layer is new, as Howard teaches it: find a rate and train the head with the rest frozen; thaw; find a rate again, spread
/// rates over the layers, and train in cosine cycles of which each is twice as long as the one before (Howard and Ruder 2018, arXiv:1801.06146; the fast.ai course).
/// </summary>
/// <param name="Model">The model.</param>
/// <param name="Optimizer">Its optimizer over groups of layers, the earliest first; the last group is the head.</param>
/// <param name="Data">Images to learn.</param>
public sealed record FineTune(Module Model, Optimizer Optimizer, DataLoader Data)
{
    /// <summary>Epochs of the head alone.</summary>
    public int HeadEpochs { get; init; } = 1;

    /// <summary>Cycles of the whole model; n cycles take 2^n - 1 epochs.</summary>
    public int Cycles { get; init; } = 2;

    /// <summary>The rate of the last layers over that of the first.</summary>
    public double Span { get; init; } = 100;

    /// <summary>How the rates are looked for.</summary>
    public RangeTestOptions Search { get; init; } = new();

    /// <summary>The rate where the range test suggests none.</summary>
    public double Fallback { get; init; } = 1e-2;

    /// <summary>Does it.</summary>
    /// <param name="cancel">Stops it between steps.</param>
    /// <returns>The rates that were found: of the head, and of the whole.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public (double Head, double Whole) Run(CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Cycles, 1);
        long epoch = Data.StepsPerEpoch, headSteps = HeadEpochs * epoch;
        Optimizer.Groups.ThawLast(1);
        double head = FindRate(0, cancel);
        Train(new OneCycle(OneCyclePreset.Torch, head, Math.Max(1, headSteps)), 0, headSteps, cancel);
        Optimizer.Groups.ThawLast(Optimizer.Groups.Count);
        double whole = FindRate(headSteps, cancel);
        Optimizer.Groups.Spread(whole / Span, whole);
        var cycles = new CosineWarmRestarts(whole, 0, epoch, 2);
        Train(new GroupSchedule(new Constant(whole).For(Math.Max(1, headSteps)).Then(cycles)), headSteps, headSteps + ((1L << Cycles) - 1) * epoch, cancel);
        return (head, whole);
    }

    private double FindRate(long step, CancellationToken cancel)
    {
        double found = RangeTest.Run(Model, Optimizer, Data, Search with { FirstStep = step }, cancel: cancel).Suggest().CyclePeak;
        return double.IsFinite(found) ? found : Fallback;
    }

    private void Train(GroupSchedule schedule, long from, long to, CancellationToken cancel)
    {
        using var trainer = new Trainer(Model, Optimizer, Data, new TrainingPlan { TotalSteps = to, Schedules = [schedule] }, from);
        while (!trainer.IsDone)
        {
            cancel.ThrowIfCancellationRequested();
            if (!trainer.TakeStep().IsApplied) return;
        }
    }
}
