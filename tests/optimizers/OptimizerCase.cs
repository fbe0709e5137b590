using Catapult.Optimizers;

namespace Catapult.Tests;

/// <summary>What an optimizer takes off a weight, as its paper writes it.</summary>
/// <param name="d">The gradient, with its sign and any coupled decay.</param>
/// <param name="rate">The learning rate.</param>
/// <param name="momentum">The group's momentum.</param>
/// <param name="t">The step, from 1.</param>
/// <param name="s">The weight's state, zeros at first.</param>
internal delegate double PaperRule(double d, double rate, double momentum, int t, double[] s);

/// <summary>An optimizer for the tests that all of them must pass; no rule where a weight's step depends on its whole tensor, which has a test of its own.</summary>
internal sealed record OptimizerCase(
    string Name, Func<IReadOnlyList<ParameterGroup>, WeightDecayMode, bool, Optimizer> Create, PaperRule? Paper, double Momentum = 0.9)
{
    private const double Beta2 = 0.9, Epsilon = 1e-3;

    /// <summary>Whether a step of one group depends on the others.</summary>
    public bool SeesGroupsTogether { get; init; }

    /// <summary>Every optimizer of the library; the second decay is short, so that a few steps see what it does.</summary>
    public static IReadOnlyList<OptimizerCase> All { get; } =
    [
        new("sgd", (groups, decay, up) => new Sgd(groups, new(Nesterov: true, Decay: decay, Maximize: up)), (d, rate, m, t, s) =>
        {
            s[0] = m * s[0] + d;
            return rate * (d + m * s[0]);
        }),
        new("adam", (groups, decay, up) => new Adam(groups, new(Beta2, Epsilon, decay, up)), (d, rate, m, t, s) =>
        {
            (double first, double second) = Moments(d, m, s);
            return rate * (first / (1 - Math.Pow(m, t))) / (Math.Sqrt(second / (1 - Math.Pow(Beta2, t))) + Epsilon);
        }),
        new("amsgrad", (groups, decay, up) => new Amsgrad(groups, new(Beta2, Epsilon, decay, up)), (d, rate, m, t, s) =>
        {
            (double first, double second) = Moments(d, m, s);
            s[2] = Math.Max(s[2], second);
            return rate * (first / (1 - Math.Pow(m, t))) / (Math.Sqrt(s[2] / (1 - Math.Pow(Beta2, t))) + Epsilon);
        }),
        new("nadam", (groups, decay, up) => new NAdam(groups, new(0.5, false, Beta2, Epsilon, decay, up)), (d, rate, m, t, s) =>
        {
            (double first, double second) = Moments(d, m, s);
            double now = m * (1 - 0.5 * Math.Pow(0.96, 0.5 * t)), next = m * (1 - 0.5 * Math.Pow(0.96, 0.5 * (t + 1)));
            s[2] = t == 1 ? now : s[2] * now;
            double ahead = next * first / (1 - s[2] * next) + (1 - now) * d / (1 - s[2]);
            return rate * ahead / (Math.Sqrt(second / (1 - Math.Pow(Beta2, t))) + Epsilon);
        }),
        new("radam", (groups, decay, up) => new RAdam(groups, new(Beta2, Epsilon, decay, up)), (d, rate, m, t, s) =>
        {
            (double first, double second) = Moments(d, m, s);
            double unbiased = first / (1 - Math.Pow(m, t)), longest = 2 / (1 - Beta2) - 1;
            double length = longest - 2 * t * Math.Pow(Beta2, t) / (1 - Math.Pow(Beta2, t));
            if (length <= 5) return rate * unbiased;
            double rectification = Math.Sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length));
            return rate * rectification * unbiased * Math.Sqrt(1 - Math.Pow(Beta2, t)) / (Math.Sqrt(second) + Epsilon);
        }),
        new("adamax", (groups, decay, up) => new Adamax(groups, new(Beta2, Epsilon, decay, up)), (d, rate, m, t, s) =>
        {
            s[0] = m * s[0] + (1 - m) * d;
            s[1] = Math.Max(Beta2 * s[1], Math.Abs(d) + Epsilon);
            return rate / (1 - Math.Pow(m, t)) * s[0] / s[1];
        }),
        new("rmsprop", (groups, decay, up) => new Rmsprop(groups, new(Beta2, Epsilon, decay, up)), Rmsprop(isCentered: false)),
        new("rmsprop, no momentum", (groups, decay, up) => new Rmsprop(groups, new(Beta2, Epsilon, decay, up)), Rmsprop(isCentered: false), 0),
        new("centered", (groups, decay, up) => new CenteredRmsprop(groups, new(Beta2, Epsilon, decay, up)), Rmsprop(isCentered: true)),
        new("centered, no momentum", (groups, decay, up) => new CenteredRmsprop(groups, new(Beta2, Epsilon, decay, up)), Rmsprop(isCentered: true), 0),
        new("adabelief", (groups, decay, up) => new AdaBelief(groups, new(Beta2, Epsilon, decay, up)), (d, rate, m, t, s) =>
        {
            s[0] = m * s[0] + (1 - m) * d;
            s[1] = Beta2 * s[1] + (1 - Beta2) * Math.Pow(d - s[0], 2) + Epsilon;
            return rate * (s[0] / (1 - Math.Pow(m, t))) / (Math.Sqrt(s[1] / (1 - Math.Pow(Beta2, t))) + Epsilon);
        }),
        new("lion", (groups, decay, up) => new Lion(groups, new(Beta2, decay, up)), (d, rate, m, t, s) =>
        {
            int sign = Math.Sign(m * s[0] + (1 - m) * d);
            s[0] = Beta2 * s[0] + (1 - Beta2) * d;
            return rate * sign;
        }, Momentum: 0.7),
        new("lars", (groups, _, up) => new Lars(groups, new(Maximize: up)), null),
        new("lamb", (groups, _, up) => new Lamb(groups, new(Beta2, Epsilon, Maximize: up)), null),
        new("adan", (groups, _, up) => new Adan(groups, new(Maximize: up)), null),
        new("muon", (groups, _, up) => new Muon(groups, new(Maximize: up)), null),
        new("schedule-free sgd", (groups, _, up) => new ScheduleFreeSgd(groups, new(up)), null),
        new("schedule-free adamw", (groups, _, up) => new ScheduleFreeAdamW(groups, new(Beta2, Epsilon, up)), null),
        new("prodigy", (groups, _, up) => new Prodigy(groups, new(Beta2, Epsilon, 1e-3, Maximize: up)), null) { SeesGroupsTogether = true },
        new("d-adaptation", (groups, _, up) => new DAdaptation(groups, new(Beta2, Epsilon, 1e-3, up)), null) { SeesGroupsTogether = true },
        new("sophia", (groups, decay, up) => new Sophia(groups, new(Beta2, Every: 2, Decay: decay, Maximize: up)), null),
        new("sam", (groups, decay, up) => new Sam(new Sgd(groups, new(Decay: decay, Maximize: up))), null),
        new("lookahead", (groups, decay, up) => new Lookahead(new Sgd(groups, new(Decay: decay, Maximize: up)), every: 3), null),
        new("adagrad", (groups, decay, up) => new Adagrad(groups, new(0.1, 0.2, Epsilon, decay, up)), (d, rate, m, t, s) =>
        {
            s[0] = (t == 1 ? 0.2 : s[0]) + d * d;
            return rate / (1 + (t - 1) * 0.1) * d / (Math.Sqrt(s[0]) + Epsilon);
        }),
        new("adadelta", (groups, decay, up) => new Adadelta(groups, new(Beta2, Epsilon, decay, up)), (d, rate, m, t, s) =>
        {
            s[0] = Beta2 * s[0] + (1 - Beta2) * d * d;
            double delta = Math.Sqrt(s[1] + Epsilon) / Math.Sqrt(s[0] + Epsilon) * d;
            s[1] = Beta2 * s[1] + (1 - Beta2) * delta * delta;
            return rate * delta;
        }),
    ];

    /// <summary>The case of a name.</summary>
    public static OptimizerCase Named(string name) => All.Single(one => one.Name == name);

    /// <summary>The optimizer over these groups, with coupled decay, downhill.</summary>
    public Optimizer Over(params ParameterGroup[] groups) => Create(groups, WeightDecayMode.Coupled, false);

    private static (double First, double Second) Moments(double d, double m, double[] s)
    {
        s[0] = m * s[0] + (1 - m) * d;
        s[1] = Beta2 * s[1] + (1 - Beta2) * d * d;
        return (s[0], s[1]);
    }

    private static PaperRule Rmsprop(bool isCentered) => (d, rate, m, t, s) =>
    {
        s[0] = Beta2 * s[0] + (1 - Beta2) * d * d;
        s[1] = Beta2 * s[1] + (1 - Beta2) * d;
        double step = d / (Math.Sqrt(isCentered ? s[0] - s[1] * s[1] : s[0]) + Epsilon);
        s[2] = m * s[2] + step;
        return rate * (m == 0 ? step : s[2]);
    };
}
