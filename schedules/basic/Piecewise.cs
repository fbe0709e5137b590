namespace Catapult.Schedules;

/// <summary>
/// Knots joined by lines, or by another curve; before the first knot and after the last, their values. Two knots at
/// one step are a jump, and the later one is the value there.
/// </summary>
/// <remarks>
/// The triangle of Page's ResNet-9 recipe, in epochs [0, 5, 24] -> [0, 0.4, 0], with n steps in an epoch:
/// <c>new Piecewise([(0, 0), (5 * n, 0.4), (24 * n, 0)])</c>.
/// </remarks>
public sealed record Piecewise(ValueList<Knot> Knots, Annealing Annealing = Annealing.Linear) : Schedule
{
    /// <summary>The points to pass through, at least one, their steps never falling.</summary>
    public ValueList<Knot> Knots { get; } = Ordered(Knots);

    /// <summary>The curve between two knots.</summary>
    public Annealing Annealing { get; } = Annealing;

    /// <summary>The step of the last knot, rounded up, at least 0.</summary>
    public override long? Length => Math.Max(0, (long)Math.Ceiling(Knots[^1].Step));

    /// <inheritdoc/>
    protected override double Evaluate(long step)
    {
        var passed = Knots.Count - 1;
        while (passed >= 0 && Knots[passed].Step > step)
            passed--;
        if (passed < 0)
            return Knots[0].Value;
        if (passed == Knots.Count - 1)
            return Knots[passed].Value;

        // The next knot lies beyond the step and this one does not, so they differ and the quotient is finite.
        var (from, to) = (Knots[passed], Knots[passed + 1]);
        return Annealing.Between(from.Value, to.Value, (step - from.Step) / (to.Step - from.Step));
    }

    private static ValueList<Knot> Ordered(ValueList<Knot> knots)
    {
        if (knots.Count == 0)
            throw new ArgumentException("A piecewise schedule has no knots; give at least one (step, value).", nameof(knots));
        foreach (var knot in knots)
        {
            Require.NonNegative(knot.Value);
            if (!double.IsFinite(knot.Step))
                throw new ArgumentException($"The knot {knot} has no finite step.", nameof(knots));
        }
        for (var i = 1; i < knots.Count; i++)
            if (knots[i].Step < knots[i - 1].Step)
                throw new ArgumentException($"The knot {knots[i]} comes after {knots[i - 1]}; order the knots by step.", nameof(knots));
        return knots;
    }
}
