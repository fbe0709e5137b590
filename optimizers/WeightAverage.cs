using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// An average of the weights that training passes through: of all of them alike (stochastic weight averaging, Izmailov et al. 2018, arXiv:1803.05407), or fading
/// exponentially. It is often better than the last weights; batch normalization then wants its statistics measured anew.
/// </summary>
public sealed class WeightAverage : IDisposable
{
    private readonly IReadOnlyList<NamedParameter> parameters;
    private readonly Tensor[] averages;
    private readonly double? decay;

    /// <summary>An average that is empty at first.</summary>
    /// <param name="parameters">What is averaged.</param>
    /// <param name="decay">What each update leaves of the average; null to weigh all updates alike.</param>
    /// <exception cref="ArgumentOutOfRangeException">A decay outside of [0, 1).</exception>
    public WeightAverage(IReadOnlyList<NamedParameter> parameters, double? decay = null)
    {
        if (decay is not (null or (>= 0 and < 1))) throw new ArgumentOutOfRangeException(nameof(decay), decay, "The decay must be at least 0 and below 1, or null for an equal average.");
        (this.parameters, this.decay) = (parameters, decay);
        averages = [.. parameters.Select(parameter => Tensor.Zeros(parameter.Value.Backend, parameter.Value.Shape, parameter.Value.Type).Keep())];
    }

    /// <summary>How often weights were taken in.</summary>
    public long Count { get; private set; }

    /// <summary>The average of each parameter, in their order; zeros before the first update.</summary>
    public IReadOnlyList<Tensor> Averages => averages;

    /// <summary>Takes the present weights in: after each step for an exponential average, after each epoch or cycle for an equal one. The first are taken whole.</summary>
    public void Update()
    {
        double kept = Count == 0 ? 0 : decay ?? (double)Count / (Count + 1);
        Count++;
        parameters[0].Value.Backend.Update<AverageRule>(
            [kept], [.. parameters.Select((parameter, i) => new UpdateTarget(averages[i].Buffer, parameter.Value.Buffer, null, null, null))]);
    }

    /// <summary>Puts the averages into the parameters until disposed.</summary>
    /// <exception cref="InvalidOperationException">Nothing was taken in yet.</exception>
    public BorrowedWeights Borrow()
    {
        if (Count == 0) throw new InvalidOperationException("There is no average yet; call Update after a step first.");
        var borrowed = new BorrowedWeights(parameters.Select(parameter => parameter.Value));
        foreach ((NamedParameter parameter, Tensor average) in parameters.Zip(averages)) parameter.Value.CopyFrom(average);
        return borrowed;
    }

    /// <summary>Takes averages and their count from a file or another run.</summary>
    /// <exception cref="ShapeException">The tensors do not fit the parameters.</exception>
    public void Restore(IReadOnlyList<Tensor> saved, long count)
    {
        foreach ((Tensor average, Tensor value) in averages.Zip(saved)) average.CopyFrom(value);
        Count = count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Tensor average in averages) average.Dispose();
    }
}
