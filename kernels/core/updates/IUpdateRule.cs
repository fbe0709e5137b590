namespace Catapult.Kernels;

/// <summary>
/// One optimizer's update of one weight, written once for every lane. The optimizer computes the coefficients in double once a step;
/// the backend broadcasts them to its lanes once a call.
/// </summary>
public interface IUpdateRule
{
    /// <summary>How many state values a weight has: 1 for momentum, 2 for Adam; at most <see cref="UpdateTarget.MaxSlots"/>.</summary>
    static abstract int Slots { get; }

    /// <summary>Moves the weight <paramref name="w"/> and its state <paramref name="s"/> by one step along the gradient <paramref name="g"/>.</summary>
    static abstract void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>;
}
