namespace Catapult.Schedules;

/// <summary>
/// Up from <c>Base</c> to <c>Peak</c> and down again, without end (Smith, 1506.01186). With w the height of a triangle
/// from 0 to 1 and a the amplitude of the <see cref="CyclicalMode"/>: Base + (Peak - Base) w a. PyTorch's CyclicLR.
/// </summary>
/// <remarks>
/// The peak may lie below the base: momentum is cycled against the rate by
/// <c>new Cyclical(maxMomentum, baseMomentum, up, down)</c>.
/// </remarks>
public sealed record Cyclical(
    double Base, double Peak, long StepsUp, long StepsDown, CyclicalMode Mode = CyclicalMode.Triangular, double Gamma = 1) : Schedule
{
    /// <summary>The value at the start of each cycle.</summary>
    public double Base { get; } = Require.NonNegative(Base);

    /// <summary>The value after <see cref="StepsUp"/> steps, before any decay of the amplitude.</summary>
    public double Peak { get; } = Require.NonNegative(Peak);

    /// <summary>The steps from base to peak, at least 1 (the paper's step size).</summary>
    public long StepsUp { get; } = Require.Steps(StepsUp);

    /// <summary>The steps from peak to base, at least 1.</summary>
    public long StepsDown { get; } = Require.Steps(StepsDown);

    /// <summary>How the amplitude changes.</summary>
    public CyclicalMode Mode { get; } = Mode;

    /// <summary>The factor of each step in <see cref="CyclicalMode.ExpRange"/>, above 0 and at most 1; other modes leave it at 1.</summary>
    public double Gamma { get; } = Mode == CyclicalMode.ExpRange || Gamma == 1
        ? Require.Decay(Gamma)
        : throw new ArgumentException($"Gamma is {Gamma}, but the mode {Mode} has no use for it; use ExpRange, or leave it at 1.");

    /// <inheritdoc/>
    public override long? Length => null;

    /// <inheritdoc/>
    protected override double Evaluate(long step)
    {
        var (cycle, position) = Math.DivRem(step, StepsUp + StepsDown);
        var height = position <= StepsUp
            ? (double)position / StepsUp
            : (double)(StepsUp + StepsDown - position) / StepsDown;
        return double.Lerp(Base, Peak, height * Amplitude(step, cycle));
    }

    private double Amplitude(long step, long cycle) => Mode switch
    {
        CyclicalMode.Triangular => 1,
        CyclicalMode.Triangular2 => Math.Pow(0.5, cycle),
        CyclicalMode.ExpRange => Math.Pow(Gamma, step),
        _ => throw new ArgumentOutOfRangeException(nameof(Mode), Mode, null),
    };
}
