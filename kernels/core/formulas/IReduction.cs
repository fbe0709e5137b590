namespace Catapult.Kernels;

/// <summary>An associative formula that folds many elements into one.</summary>
public interface IReduction
{
    /// <summary>The element that changes nothing.</summary>
    T Identity<T>() where T : struct, ILane<T>;

    /// <summary>Two partial results as one.</summary>
    T Combine<T>(T a, T b) where T : struct, ILane<T>;
}
