using Catapult.Engine;
using Catapult.Optimizers;

namespace Catapult.Training;

/// <summary>
/// The weights by which a model is to be judged and kept, until disposed: for an optimizer that averages, its average, with the statistics of batch normalization
/// measured anew for them; for others those that are there. Afterwards weights and statistics are what they were.
/// </summary>
public sealed class JudgedWeights : IDisposable
{
    // Enough that the statistics' noise is small beside what they are of.
    private const int MostBatches = 50;

    private readonly BorrowedWeights? average, statistics;

    private JudgedWeights(BorrowedWeights? average, BorrowedWeights? statistics) => (this.average, this.statistics) = (average, statistics);

    /// <summary>Puts them into a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="optimizer">What trains it.</param>
    /// <param name="training">Training images, for the statistics.</param>
    public static JudgedWeights Borrow(Module model, Optimizer optimizer, DataLoader training)
    {
        if (optimizer.BorrowAverage() is not { } average) return new(null, null);
        var statistics = new BorrowedWeights(model.NamedBuffers().Select(buffer => buffer.Buffer));
        using BatchSource batches = training.On(model.NamedParameters()[0].Value.Backend);
        BatchNormStatistics.Measure(model, batches, Math.Min(training.StepsPerEpoch, MostBatches));
        return new(average, statistics);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        average?.Dispose();
        statistics?.Dispose();
    }
}
