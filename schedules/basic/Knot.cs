namespace Catapult.Schedules;

/// <summary>A point that a <see cref="Piecewise"/> schedule passes through.</summary>
/// <param name="Step">The step; it may lie between two steps, and before step 0.</param>
/// <param name="Value">The value there, at least 0.</param>
public readonly record struct Knot(double Step, double Value)
{
    /// <summary>A knot from a pair of step and value.</summary>
    public static implicit operator Knot((double Step, double Value) pair) => new(pair.Step, pair.Value);

    /// <summary>The pair.</summary>
    public override string ToString() => $"({Step}, {Value})";
}
