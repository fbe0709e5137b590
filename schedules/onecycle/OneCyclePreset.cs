namespace Catapult.Schedules;

/// <summary>
/// One of the published forms of the 1cycle policy, which agree in the name and little else. A preset is a recipe,
/// changed by <c>with</c>; <see cref="OneCycle"/> makes schedules of it.
/// </summary>
/// <param name="Name">The name on the command line and in the record of a run.</param>
/// <remarks>
/// The rate goes from peak / <see cref="DivFactor"/> up to the peak, and then either straight down to its final value
/// or, where <see cref="PctFinal"/> is given, back to its initial value and from there down ("annihilation").
/// </remarks>
public sealed record OneCyclePreset(string Name)
{
    /// <summary>
    /// The triangle of the first super-convergence paper (1708.07120): the published Caffe solver rises from 0.1 to 3 in
    /// half the steps and returns in the other half, at constant momentum and without annihilation.
    /// </summary>
    public static OneCyclePreset Smith2017 { get; } = new("smith2017")
    {
        PctStart = 0.5,
        DivFactor = 30,
        FinalDivFactor = 1,
        Annealing = Annealing.Linear,
        Alignment = OneCycleAlignment.PastLastStep,
        Momentum = null,
    };

    /// <summary>
    /// The 1cycle policy as named in 1803.09820: a linear triangle a little shorter than the run, momentum cycled the
    /// other way, then annihilation by several orders of magnitude. The paper gives ranges; the tenth of the steps
    /// for annihilation, the initial divisor of 10 and the final one of 1,000 are choices within them.
    /// </summary>
    public static OneCyclePreset Smith2018 { get; } = new("smith2018")
    {
        PctStart = 0.45,
        PctFinal = 0.9,
        DivFactor = 10,
        FinalDivFactor = 1e3,
        Annealing = Annealing.Linear,
    };

    /// <summary>fastai's fit_one_cycle: cosine, a quarter of the steps up from peak / 25, then down to peak / 1e5.</summary>
    public static OneCyclePreset Fastai { get; } = new("fastai")
    {
        PctStart = 0.25,
        FinalDivFactor = 1e5 / 25,
        Alignment = OneCycleAlignment.PastLastStep,
    };

    /// <summary>PyTorch's OneCycleLR with its defaults: cosine, 0.3 of the steps up from peak / 25, then down to peak / 25e4.</summary>
    public static OneCyclePreset Torch { get; } = new("torch");

    /// <summary>PyTorch's OneCycleLR with three_phase: up, down in the same number of steps, then annihilation.</summary>
    public static OneCyclePreset TorchThreePhase { get; } = new("torch-three-phase") { PctFinal = 0.6 };

    /// <summary>
    /// optax's linear_onecycle_schedule: up until 0.3 of the steps, down until 0.85, then annihilation to peak / 25e4,
    /// at constant momentum.
    /// </summary>
    public static OneCyclePreset OptaxLinear { get; } = new("optax-linear")
    {
        PctFinal = 0.85,
        Annealing = Annealing.Linear,
        Alignment = OneCycleAlignment.PastLastWholeStep,
        Momentum = null,
    };

    /// <summary>Every preset, oldest first.</summary>
    public static IReadOnlyList<OneCyclePreset> All { get; } = [Smith2017, Smith2018, Fastai, Torch, TorchThreePhase, OptaxLinear];

    /// <summary>The fraction of the steps at which the rate peaks, from 0 to 1.</summary>
    public double PctStart { get; init => field = Require.Fraction(value, nameof(PctStart)); } = 0.3;

    /// <summary>
    /// The fraction of the steps at which the rate is back at its initial value, from <see cref="PctStart"/> to 1;
    /// null for a descent in one phase. PyTorch's three_phase has twice <see cref="PctStart"/>.
    /// </summary>
    public double? PctFinal { get; init => field = value is { } fraction ? Require.Fraction(fraction, nameof(PctFinal)) : null; }

    /// <summary>The peak over the initial rate, at least 1.</summary>
    public double DivFactor { get; init => field = Require.AtLeastOne(value, nameof(DivFactor)); } = 25;

    /// <summary>The initial rate over the final rate, at least 1 (fastai counts from the peak instead).</summary>
    public double FinalDivFactor { get; init => field = Require.AtLeastOne(value, nameof(FinalDivFactor)); } = 1e4;

    /// <summary>The curve of every phase.</summary>
    public Annealing Annealing { get; init; } = Annealing.Cosine;

    /// <summary>Where the turning points lie.</summary>
    public OneCycleAlignment Alignment { get; init; } = OneCycleAlignment.LastStep;

    /// <summary>The momentum where the rate is low and where it peaks; null leaves momentum alone.</summary>
    public (double High, double Low)? Momentum { get; init; } = (0.95, 0.85);

    /// <summary>The preset of a name.</summary>
    /// <exception cref="ArgumentException">No preset has the name; the message lists those that there are.</exception>
    public static OneCyclePreset Parse(string name) =>
        All.FirstOrDefault(preset => preset.Name == name)
        ?? throw new ArgumentException(
            $"There is no 1cycle preset '{name}'; choose one of {string.Join(", ", All.Select(preset => preset.Name))}.", nameof(name));
}
