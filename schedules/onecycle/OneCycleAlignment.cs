namespace Catapult.Schedules;

/// <summary>
/// Where the turning points of one cycle over N steps lie: libraries differ by a step. The last step taken is N - 1.
/// </summary>
public enum OneCycleAlignment
{
    /// <summary>
    /// The end is step N - 1, and the turns are at p N - 1 and q N - 2, so that each phase loses one step (PyTorch).
    /// </summary>
    LastStep,

    /// <summary>The turns are at p N and q N and the end at N, one step past the last (fastai, Caffe).</summary>
    PastLastStep,

    /// <summary>As <see cref="PastLastStep"/>, with the turns rounded down to whole steps (optax).</summary>
    PastLastWholeStep,
}
