using Catapult.Kernels;
using NUnit.Framework;
using static Catapult.Tests.LaneFunctions;

namespace Catapult.Tests;

/// <summary>Derivatives by dual numbers against differences of the formulas themselves, and their conventions at kinks and far out.</summary>
public class DerivativeTests
{
    /// <summary>Of the five-point rule: small enough for truncation and large enough for cancellation to stay below the tolerance.</summary>
    private const double Step = 1.0 / 4096;

    private const double DifferenceTolerance = 1e-9;

    /// <summary>Away from the kinks of all formulas and of the catalog's samples (-1, 0 and 2) by more than two steps.</summary>
    private static readonly double[] Smooth = [-1e4, -89, -20, -3.5, -1.75, -0.6, -0.3, 0.3, 0.6, 1.25, 2.7, 20, 89, 1e4];

    [TestCaseSource(typeof(FormulaCatalog), nameof(FormulaCatalog.Unary))]
    public void DualsAgreeWithDifferences(IUnary formula) => AgreesTwice((dynamic)formula);

    [TestCaseSource(typeof(LaneFunctions), nameof(LaneFunctions.All))]
    public void DualsOfLaneFunctionsAgreeWithDifferences(IUnary function) => AgreesTwice((dynamic)function);

    [TestCaseSource(typeof(FormulaCatalog), nameof(FormulaCatalog.Binary))]
    public void PartialsAgreeWithDifferences(IBinary formula) => PartialsAgree((dynamic)formula);

    [Test]
    public void SmoothFormulasAreDifferentiableAtZero()
    {
        AgreesAt(new Sigmoid(), 0);
        AgreesAt(new Tanh(), 0);
        AgreesAt(new Softplus(), 0);
        AgreesAt(new Silu(), 0);
        AgreesAt(new Gelu(), 0);
        AgreesAt(new GeluTanh(), 0);
        AgreesAt(new Exp(), 0);
        AgreesAt(new Sin(), 0);
        AgreesAt(new Cos(), 0);
        AgreesAt(new Square(), 0);
        AgreesAt(new LaneFunctions.Expm1(), 0);
        AgreesAt(new LaneFunctions.Log1p(), 0);
        AgreesAt(new LaneFunctions.Erf(), 0);
        AgreesAt(new Pow(3), 0);
    }

    [TestCaseSource(nameof(Stated))]
    public void StatedSlopesAreTheDerivatives(IUnary formula) => StatedIsDual((dynamic)formula, ((dynamic)formula).StatedSlope());

    [Test]
    public void ConventionsAtKinks() => Assert.Multiple(() =>
    {
        Assert.That(Slope(new Relu(), 0), Is.Zero, "relu'(0)");
        Assert.That(Slope(new Relu(), -0.0), Is.Zero, "relu'(-0)");
        Assert.That(Slope(new Abs(), 0), Is.Zero, "abs'(0)");
        Assert.That(Slope(new LeakyRelu(0.125), 0), Is.EqualTo(0.125), "leaky relu'(0)");
        Assert.That(Slope(new Elu(1.25), 0), Is.EqualTo(1.25), "elu'(0)");
        Assert.That(Slope(new Clamp(-1, 2), -1), Is.EqualTo(1), "clamp' at its lower bound");
        Assert.That(Slope(new Clamp(-1, 2), 2), Is.EqualTo(1), "clamp' at its upper bound");
        Assert.That(Slope(new PartialA<Maximum>(), 1, 1), Is.EqualTo(0.5), "max by its first operand at a tie");
        Assert.That(Slope(new PartialB<Maximum>(), 1, 1), Is.EqualTo(0.5), "max by its second operand at a tie");
        Assert.That(Slope(new PartialA<Minimum>(), 1, 1), Is.EqualTo(0.5), "min by its first operand at a tie");
        Assert.That(Slope(new PartialB<Minimum>(), 1, 1), Is.EqualTo(0.5), "min by its second operand at a tie");
    });

    [Test]
    public void SlopesFarOutAreTheLimits() => Assert.Multiple(() =>
    {
        AssertLimits(new Sigmoid(), 0, 0);
        AssertLimits(new Tanh(), 0, 0);
        AssertLimits(new LaneFunctions.Erf(), 0, 0);
        AssertLimits(new Softplus(), 0, 1);
        AssertLimits(new Relu(), 0, 1);
        AssertLimits(new Elu(1.25), 0, 1);
        AssertLimits(new Clamp(-1, 2), 0, 0);
        AssertLimits(new Abs(), -1, 1);
        AssertLimits(new Exp(), 0, double.PositiveInfinity);
        AssertLimits(new LeakyRelu(0.125), 0.125, 1);
        AssertLimits(new Scale(-3), -3, -3);
    });

    [TestCase(-89)]
    [TestCase(-1e4)]
    [TestCase(89)]
    [TestCase(1e4)]
    public void SlopesOfGatesStayFiniteInFloat(double x) => Assert.Multiple(() =>
    {
        Assert.That(OnVec32(new Derivative<Silu>(), [x])[0], Is.EqualTo(x > 0 ? 1 : 0).Within(1e-35), "silu'");
        Assert.That(OnVec32(new Derivative<Gelu>(), [x])[0], Is.EqualTo(x > 0 ? 1 : 0).Within(1e-35), "gelu'");
        Assert.That(OnVec32(new Derivative<Derivative<Silu>>(), [x])[0], Is.Zero.Within(1e-35), "silu''");
        Assert.That(OnVec32(new Derivative<Derivative<Softplus>>(), [x])[0], Is.Zero.Within(1e-35), "softplus''");
    });

    private static IEnumerable<IUnary> Stated() => FormulaCatalog.Unary.Where(formula =>
        formula.GetType().GetInterfaces().Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IStatedSlope<>)));

    /// <summary>At all numbers; infinities and NaN are where a stated slope may know more than dual numbers.</summary>
    private static void StatedIsDual<O, D>(O formula, D stated) where O : struct, IUnary where D : struct, IUnary
    {
        foreach (double x in (double[])[.. Samples.Special.Where(double.IsFinite), .. Samples.Grid(1, 50)])
            Assert.That(On64(stated, x), Is.EqualTo(Slope(formula, x)), $"the slope of {formula} at {x}");
    }

    private static void AgreesTwice<O>(O f) where O : struct, IUnary
    {
        foreach (double x in Smooth.Where(x => double.IsFinite(On64(f, x))))
        {
            AgreesAt(f, x);
            AgreesAt(new Derivative<O>(f), x);
        }
    }

    private static void PartialsAgree<O>(O f) where O : struct, IBinary
    {
        foreach (double a in (double[])[-2.25, -0.6, 0.75, 3.5])
            foreach (double b in (double[])[-3, -0.8, 0.5, 2])
            {
                AgreesAt(new WithSecond<O>(f, b), a, Slope(new PartialA<O>(f), a, b));
                AgreesAt(new WithFirst<O>(f, a), b, Slope(new PartialB<O>(f), a, b));
            }
    }

    private static void AgreesAt<O>(O f, double x) where O : struct, IUnary => AgreesAt(f, x, Slope(f, x));

    private static void AgreesAt<O>(O f, double x, double slope) where O : struct, IUnary
    {
        double near = On64(f, x + Step) - On64(f, x - Step), far = On64(f, x + 2 * Step) - On64(f, x - 2 * Step);
        double difference = (8 * near - far) / (12 * Step), magnitude = Math.Max(1, Math.Abs(On64(f, x)));
        Assert.That(slope, Is.EqualTo(difference).Within(DifferenceTolerance * magnitude), $"the slope of {f} at {x}");
    }

    private static void AssertLimits<O>(O f, double atMinusInfinity, double atInfinity) where O : struct, IUnary
    {
        Assert.That(Slope(f, double.NegativeInfinity), Is.EqualTo(atMinusInfinity), $"the slope of {f} at -infinity");
        Assert.That(Slope(f, double.PositiveInfinity), Is.EqualTo(atInfinity), $"the slope of {f} at infinity");
    }

    private static double Slope<O>(O f, double x) where O : struct, IUnary => On64(new Derivative<O>(f), x);

    private static double Slope<O>(O partial, double a, double b) where O : struct, IBinary => partial.F(new Lane64(a), new Lane64(b)).Value;
}
