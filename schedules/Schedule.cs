namespace Catapult.Schedules;

/// <summary>
/// A number over optimizer steps, such as a learning rate or a momentum: an immutable, pure function of the step.
/// It has no current step and no state, so that resuming a run needs the step and nothing else.
/// </summary>
/// <remarks>
/// Schedules are in closed form. PyTorch steps some of the same curves recursively ("chained"); the two agree up to
/// rounding wherever nothing else writes the rate, and each type says where PyTorch differs past its end.
/// Schedules compare by value, and <see cref="object.ToString"/> names every parameter, for the record of a run.
/// </remarks>
public abstract record Schedule
{
    /// <summary>
    /// The number of steps planned, or null when the schedule never ends. <see cref="Then"/> hands over at this step.
    /// </summary>
    public abstract long? Length { get; }

    /// <summary>The value at a step. Past <see cref="Length"/> it stays at the value of that step.</summary>
    /// <param name="step">The number of optimizer steps already applied; the first step of a run is 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    public double At(long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        return Evaluate(Length is { } length ? Math.Min(step, length) : step);
    }

    /// <summary>The formula, for steps from 0 to <see cref="Length"/>, both included.</summary>
    protected abstract double Evaluate(long step);

    /// <summary>
    /// This schedule for its <see cref="Length"/>, then the next one from its own step 0 (PyTorch's SequentialLR, with
    /// the milestone at the length of the first).
    /// </summary>
    /// <exception cref="ArgumentException">This schedule never ends; bound it with <see cref="For"/>.</exception>
    public Schedule Then(Schedule next) => new Sequence(this, next);

    /// <summary>
    /// This schedule with the length given: a longer schedule is cut and a shorter one held at its end value.
    /// Either way the value past the end is the one at <paramref name="steps"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1 step.</exception>
    public Schedule For(long steps) => new Bounded(this, steps);

    /// <summary>
    /// A line from <paramref name="startFactor"/> times this schedule's first value up to that value over the steps
    /// given, then this schedule from its own step 0. No warm-up (0 steps) gives this schedule itself.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative number of steps, or a negative factor.</exception>
    public Schedule WithWarmup(long steps, double startFactor = 0) => steps == 0
        ? this
        : new LinearRamp(Require.NonNegative(startFactor) * At(0), At(0), steps).Then(this);

    /// <summary>
    /// This schedule times another, step by step; a number stands for a constant factor. The length is this one's
    /// (PyTorch's ChainedScheduler, for schedules of factors).
    /// </summary>
    public Schedule Scale(Schedule factor) => new Scaled(this, factor);

    /// <summary>This schedule again and again, each time from its step 0; without a number of times, for ever.</summary>
    /// <exception cref="ArgumentException">This schedule never ends; bound it with <see cref="For"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1 time.</exception>
    public Schedule Repeat(long? times = null) => new Repeated(this, times);

    /// <summary>A constant for a share of the steps, then a cosine to the end value (fastai's fit_flat_cos, whose share is 0.75).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A share outside of [0, 1), a negative value, or fewer than 1 step.</exception>
    public static Schedule FlatCosine(double value, double end, long steps, double flatShare = 0.75)
    {
        long flat = Math.Min((long)(Require.Fraction(flatShare) * Require.Steps(steps)), steps - 1);
        var fall = new CosineAnnealing(value, end, steps - flat);
        return flat == 0 ? fall : new Constant(value).For(flat).Then(fall);
    }

    /// <summary>Warm-up, a constant, and a decay at the end (Hu et al. 2024, MiniCPM): a run can be prolonged before it decays.</summary>
    /// <param name="peak">The value of the constant.</param>
    /// <param name="warmup">Steps of a line from 0, or none.</param>
    /// <param name="stable">Steps of the constant.</param>
    /// <param name="decay">Steps of the decay.</param>
    /// <param name="end">The value at its end.</param>
    /// <param name="annealing">The curve of the decay.</param>
    public static Schedule WarmupStableDecay(double peak, long warmup, long stable, long decay, double end = 0, Annealing annealing = Annealing.Linear) =>
        new Constant(peak).For(stable).Then(From($"{annealing} from {peak} to {end}", step => annealing.Between(peak, end, (double)step / decay), Require.Steps(decay))).WithWarmup(warmup);

    /// <summary>A schedule from a formula of your own (PyTorch's LambdaLR, with the value in place of a factor).</summary>
    /// <param name="name">What the record of a run calls it; two such schedules are equal when name, formula and length are.</param>
    /// <param name="formula">A pure function of the step.</param>
    /// <param name="length">The number of steps planned; null means that it never ends.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length below 1.</exception>
    public static Schedule From(string name, Func<long, double> formula, long? length = null) => new Custom(name, formula, length);

    /// <summary>A number is a constant schedule.</summary>
    public static implicit operator Schedule(double value) => new Constant(value);

    /// <summary>Leaves the derived length out of the text; the parameters determine it.</summary>
    protected virtual bool PrintMembers(System.Text.StringBuilder builder) => false;
}
