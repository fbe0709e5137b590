namespace Catapult.Ladders;

/// <summary>A vector of floats that can be multiplied and added.</summary>
/// <typeparam name="V">The vector.</typeparam>
public interface IMultiplyAdd<V> where V : struct
{
    /// <summary>Floats in a vector.</summary>
    static abstract int Count { get; }

    /// <summary>A vector of equal floats.</summary>
    static abstract V Of(float value);

    /// <summary>a b + c, in one operation where the processor has it.</summary>
    static abstract V MultiplyAdd(V a, V b, V c);

    /// <summary>The sum of the floats.</summary>
    static abstract float Sum(V a);
}
