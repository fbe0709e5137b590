using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Adan, the schedule-free, the rate-free and Lookahead against their papers' equations in plain doubles.</summary>
[TestFixture(EngineBackends.Cpu), TestFixture(EngineBackends.Reference)]
public class ModernOptimizerTests(string backendName)
{
    private const double Decay = 0.1, Momentum = 0.8, Beta2 = 0.9, Beta3 = 0.95, Epsilon = 1e-3;

    // Gradients that agree from step to step, from which a distance can be told.
    private const double Drift = 2;

    private readonly Backend backend = EngineBackends.Create(backendName);

    private static int Size => PaperCheck.Start.Length;

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [Test]
    public void AdanIsThatOfThePaper([Values] bool maximize)
    {
        double[] m = new double[Size], v = new double[Size], n = new double[Size], last = new double[Size];
        Check(group => new Adan([group], new(Beta2, Beta3, Epsilon, maximize)), (w, g, rate, t) => Each(w, g, maximize, (i, x, d) =>
        {
            double change = t == 1 ? 0 : d - last[i];
            m[i] = Momentum * m[i] + (1 - Momentum) * d;
            v[i] = Beta2 * v[i] + (1 - Beta2) * change;
            n[i] = Beta3 * n[i] + (1 - Beta3) * Math.Pow(d + Beta2 * change, 2);
            last[i] = d;
            double u = (m[i] / (1 - Math.Pow(Momentum, t)) + Beta2 * v[i] / (1 - Math.Pow(Beta2, t))) / (Math.Sqrt(n[i] / (1 - Math.Pow(Beta3, t))) + Epsilon);
            return (x - rate * u) / (1 + rate * Decay);
        }));
    }

    [Test]
    public void ScheduleFreeSgdIsThatOfThePaper([Values] bool maximize) =>
        CheckScheduleFree(group => new ScheduleFreeSgd([group], new(maximize)), maximize, (y, d, i, t) => d + Decay * y);

    [Test]
    public void ScheduleFreeAdamWIsThatOfThePaper([Values] bool maximize)
    {
        var v = new double[Size];
        CheckScheduleFree(group => new ScheduleFreeAdamW([group], new(Beta2, Epsilon, maximize)), maximize, (y, d, i, t) =>
        {
            v[i] = Beta2 * v[i] + (1 - Beta2) * d * d;
            return d / (Math.Sqrt(v[i] / (1 - Math.Pow(Beta2, t))) + Epsilon) + Decay * y;
        });
    }

    [Test]
    public void ScheduleFreeMethodsWantAMomentum()
    {
        NamedParameter p = TestParameters.Of(backend, "p", 1);
        p.SetGradient(1);
        Assert.That(() => new ScheduleFreeSgd([new ParameterGroup("all", [p]) { Momentum = 0 }]).Step(), Throws.TypeOf<InputException>().With.Message.Contains("not be 0"));
    }

    [Test]
    public void ProdigyIsThatOfThePaper([Values] bool maximize)
    {
        const double First = 0.01, Coefficient = 1.5;
        double[] m = new double[Size], v = new double[Size], s = new double[Size];
        double d = First, r = 0, beta3 = Math.Sqrt(Beta2);
        Check(group => new Prodigy([group], new(Beta2, Epsilon, First, Coefficient, maximize)), (w, gradient, rate, t) =>
        {
            double[] g = [.. gradient.Select(one => maximize ? -one : one)];
            double used = d;
            r = beta3 * r + d / First * d * rate * g.Zip(w, (one, x) => (one, x)).Select((pair, i) => pair.one * (PaperCheck.Start[i] - pair.x)).Sum();
            for (int i = 0; i < Size; i++)
            {
                m[i] = Momentum * m[i] + (1 - Momentum) * d * g[i];
                v[i] = Beta2 * v[i] + (1 - Beta2) * d * d * g[i] * g[i];
                s[i] = beta3 * s[i] + d / First * d * rate * g[i];
            }
            d = Math.Max(d, Coefficient * r / s.Sum(Math.Abs));
            return [.. w.Select((x, i) => x - rate * used * Decay * x - rate * used * m[i] / (Math.Sqrt(v[i]) + d * Epsilon))];
        }, maximize ? -Drift : Drift);
        Assert.That(d, Is.GreaterThan(First), "the estimate grows");
    }

    [Test]
    public void DAdaptationIsThatOfThePaper([Values] bool maximize)
    {
        // A long memory, in which twenty steps add up.
        const double First = 0.01, Slow = 0.999;
        double[] m = new double[Size], v = new double[Size], s = new double[Size];
        double d = First, r = 0, beta3 = Math.Sqrt(Slow);
        Check(group => new DAdaptation([group], new(Slow, Epsilon, First, maximize)), (w, gradient, rate, t) =>
        {
            double[] g = [.. gradient.Select(one => maximize ? -one : one)];
            double l = d * rate;
            r = beta3 * r + (1 - beta3) * l * g.Select((one, i) => one * s[i] / (Math.Sqrt(v[i]) + Epsilon)).Sum();
            for (int i = 0; i < Size; i++)
            {
                m[i] = Momentum * m[i] + (1 - Momentum) * l * g[i];
                v[i] = Slow * v[i] + (1 - Slow) * g[i] * g[i];
                s[i] = beta3 * s[i] + (1 - beta3) * l * g[i];
            }
            d = Math.Max(d, r / ((1 - beta3) * s.Sum(Math.Abs)));
            return [.. w.Select((x, i) => x - l * Decay * x - m[i] / (Math.Sqrt(v[i]) + Epsilon))];
        }, maximize ? -Drift : Drift);
        Assert.That(d, Is.GreaterThan(First), "the estimate grows");
    }

    [Test]
    public void TheRateFreeSeeAllGroupsTogether()
    {
        NamedParameter a = TestParameters.Of(backend, "a", 1, 2), b = TestParameters.Of(backend, "b", 3), whole = TestParameters.Of(backend, "c", 1, 2, 3);
        var split = new Prodigy([Group(a), Group(b)], new(FirstDistance: 0.01));
        var one = new Prodigy([Group(whole)], new(FirstDistance: 0.01));
        for (int step = 0; step < 5; step++)
        {
            a.SetGradient(1, -2);
            b.SetGradient(0.5 + step);
            whole.SetGradient(1, -2, 0.5 + step);
            Assert.That((split.Step(), one.Step()), Is.EqualTo((true, true)));
        }
        Assert.That(split.Distance, Is.EqualTo(one.Distance).Within(1e-14).And.GreaterThan(0.01));
    }

    [TestCase("prodigy"), TestCase("d-adaptation"), TestCase("schedule-free adamw"), TestCase("lookahead"), TestCase("adan")]
    public void AShutGateLeavesEverythingAsItWas(string name)
    {
        NamedParameter p = TestParameters.Of(backend, "p", PaperCheck.Start);
        var group = new ParameterGroup("all", [p]) { LearningRate = 0.1 };
        Optimizer optimizer = OptimizerCase.Named(name).Over(group);
        for (int t = 1; t <= 3; t++)
        {
            p.SetGradient(PaperCheck.Gradient(t, Drift));
            Assert.That(optimizer.Step());
        }
        double[][] State() => [p.Value.Doubles(), .. optimizer.State.Slots(p).Select(slot => slot.Doubles()), [group.Steps, .. optimizer.State.Numbers.Values]];
        double[][] before = State();
        p.SetGradient([.. PaperCheck.Gradient(4).Select((one, i) => i == 2 ? double.NaN : one)]);
        Assert.That(optimizer.Step(Tensor.From(backend, [double.NaN], [1]).Buffer));
        optimizer.TakeBack();
        Assert.That(State(), Is.EqualTo(before));
    }

    [Test]
    public void LookaheadIsThatOfThePaper()
    {
        const int Every = 3;
        const double Alpha = 0.4;
        double[] slow = PaperCheck.Start, velocity = new double[Size];
        Check(group => new Lookahead(new Sgd([group]), Every, Alpha), (w, g, rate, t) =>
        {
            double[] fast = Each(w, g, false, (i, x, d) => x - rate * (velocity[i] = Momentum * velocity[i] + d + Decay * x));
            if (t % Every != 0) return fast;
            slow = [.. slow.Zip(fast, (s, x) => s + Alpha * (x - s))];
            return slow;
        });
    }

    private void CheckScheduleFree(Func<ParameterGroup, Optimizer> create, bool maximize, Func<double, double, int, int, double> direction)
    {
        double[] x = PaperCheck.Start, z = PaperCheck.Start;
        double largest = 0, sum = 0;
        Optimizer? optimizer = null;
        Check(group => optimizer = create(group), (y, g, rate, t) =>
        {
            largest = Math.Max(largest, rate);
            sum += largest * largest;
            double share = largest * largest / sum;
            z = [.. z.Select((one, i) => one - rate * direction(y[i], maximize ? -g[i] : g[i], i, t))];
            x = [.. x.Zip(z, (mean, newest) => (1 - share) * mean + share * newest)];
            return [.. x.Zip(z, (mean, newest) => Momentum * mean + (1 - Momentum) * newest)];
        });
        NamedParameter p = optimizer!.Groups[0].Parameters[0];
        double[] before = p.Value.Doubles();
        using (optimizer.BorrowAverage()) Assert.That(p.Value.Doubles(), Is.EqualTo(x).Within(1e-12), "a model is judged by x");
        Assert.That(p.Value.Doubles(), Is.EqualTo(before), "and goes on from y");
    }

    private static ParameterGroup Group(NamedParameter parameter) => new(parameter.Name, [parameter]) { LearningRate = 1 };

    private void Check(Func<ParameterGroup, Optimizer> create, PaperStep paper, double drift = 0) => PaperCheck.Run(backend, Momentum, Decay, create, paper, drift: drift);

    private static double[] Each(double[] w, double[] g, bool maximize, Func<int, double, double, double> step) =>
        [.. w.Select((x, i) => step(i, x, maximize ? -g[i] : g[i]))];
}
