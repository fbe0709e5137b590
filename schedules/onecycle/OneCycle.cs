namespace Catapult.Schedules;

/// <summary>
/// The 1cycle policy over a number of steps, as a pair of schedules: the rate rises to a peak and falls below where it
/// began, and the momentum moves the other way.
/// </summary>
public sealed record OneCycle
{
    /// <summary>Lays a preset out over a run.</summary>
    /// <param name="preset">The form of the policy.</param>
    /// <param name="peak">The highest rate, above 0.</param>
    /// <param name="totalSteps">The steps of the run, at least 1.</param>
    /// <exception cref="ArgumentException">The preset's descent ends before its ascent does.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The peak is not above 0, or there is no step.</exception>
    public OneCycle(OneCyclePreset preset, double peak, long totalSteps)
    {
        (Preset, Peak, TotalSteps) = (preset, Require.Positive(peak), Require.Steps(totalSteps));
        if (preset.PctFinal < preset.PctStart)
            throw new ArgumentException(
                $"PctFinal is {preset.PctFinal}, before PctStart at {preset.PctStart}; put it after, or leave it null.", nameof(preset));

        var initial = peak / preset.DivFactor;
        LearningRate = Through(initial, peak, initial, initial / preset.FinalDivFactor);
        Momentum = preset.Momentum is var (high, low) ? Through(high, low, high, high) : null;
    }

    /// <summary>The form of the policy.</summary>
    public OneCyclePreset Preset { get; }

    /// <summary>The highest rate.</summary>
    public double Peak { get; }

    /// <summary>The steps of the run.</summary>
    public long TotalSteps { get; }

    /// <summary>The learning rate; its length is <see cref="TotalSteps"/>.</summary>
    public Schedule LearningRate { get; }

    /// <summary>The momentum, or Adam's first beta; null where the preset leaves it alone.</summary>
    public Schedule? Momentum { get; }

    private Schedule Through(double start, double turn, double back, double end)
    {
        double[] values = Preset.PctFinal is null ? [start, turn, end] : [start, turn, back, end];
        return new Piecewise([.. Turns().Zip(values, (step, value) => new Knot(step, value))], Preset.Annealing).For(TotalSteps);
    }

    /// <summary>The step of each turning point, never falling.</summary>
    private double[] Turns()
    {
        double[] turns = Preset.PctFinal is { } final
            ? [0, Place(Preset.PctStart, 1), Place(final, 2), Place(1, 1)]
            : [0, Place(Preset.PctStart, 1), Place(1, 1)];

        // A phase shorter than a step turns before it began. Such turns are passed at once, as in PyTorch, which
        // divides by zero where one falls on its beginning.
        for (var i = turns.Length - 2; i >= 0; i--)
            turns[i] = Math.Min(turns[i], turns[i + 1]);
        return turns;
    }

    private double Place(double fraction, int lost) => Preset.Alignment switch
    {
        OneCycleAlignment.LastStep => fraction * TotalSteps - lost,
        OneCycleAlignment.PastLastStep => fraction * TotalSteps,
        OneCycleAlignment.PastLastWholeStep => Math.Floor(fraction * TotalSteps),
        _ => throw new ArgumentOutOfRangeException(nameof(Preset), Preset.Alignment, null),
    };
}
