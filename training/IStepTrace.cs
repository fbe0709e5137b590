using Catapult.Optimizers;

namespace Catapult.Training;

/// <summary>Watches a step from the inside; a loop of one's own calls it just before and just after the optimizer's step.</summary>
public interface IStepTrace
{
    /// <summary>Gradients are there, weights have not moved yet.</summary>
    /// <param name="optimizer">What will move them.</param>
    /// <param name="step">The number of the step, from 0.</param>
    void Before(Optimizer optimizer, long step);

    /// <summary>Weights have moved.</summary>
    void After(Optimizer optimizer);
}
