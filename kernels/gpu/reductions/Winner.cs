namespace Catapult.Kernels.Gpu;

/// <summary>The largest element so far and its place; place -1 before the first.</summary>
internal readonly struct Winner<T>(T value, int place) where T : unmanaged, IGpuLane<T>
{
    public readonly T Value = value;
    public readonly int Place = place;

    /// <summary>The winner of two, in whatever order they come: NaN beats all numbers, and the first place wins among equals.</summary>
    public static Winner<T> Of(Winner<T> a, Winner<T> b)
    {
        if (a.Place < 0) return b;
        if (b.Place < 0) return a;
        bool isNumberA = T.Holds(T.Equal(a.Value, a.Value)), isNumberB = T.Holds(T.Equal(b.Value, b.Value));
        bool tie = isNumberA ? isNumberB && T.Holds(T.Equal(a.Value, b.Value)) : !isNumberB;
        bool first = tie ? a.Place < b.Place : isNumberA ? isNumberB && T.Holds(a.Value > b.Value) : true;
        return first ? a : b;
    }
}
