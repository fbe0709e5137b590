namespace Catapult.Kernels;

/// <summary>The state of one weight during an update: as many of the fields as the rule's <see cref="IUpdateRule.Slots"/> are read and written back.</summary>
public struct Slots<T> where T : struct, ILane<T>
{
    /// <summary>The first state value.</summary>
    public T S0;

    /// <summary>The second state value.</summary>
    public T S1;

    /// <summary>The third state value.</summary>
    public T S2;
}
