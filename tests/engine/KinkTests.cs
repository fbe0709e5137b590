using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Gradients by convention where a derivative does not exist, and at the infinities.</summary>
[TestFixture(EngineBackends.Cpu), TestFixture(EngineBackends.Reference)]
public class KinkTests(string backendName)
{
    private const double Infinity = double.PositiveInfinity;

    /// <summary>Of a slope whose limit is reached up to the exponential of -20, 2e-9, times the argument.</summary>
    private const double FarTolerance = 5e-8;

    private readonly Backend backend = EngineBackends.Create(backendName);

    private static IEnumerable<TestCaseData> Conventions()
    {
        yield return Case("relu", x => x.Relu(), 0, 0);
        yield return Case("abs", x => x.Abs(), 0, 0);
        yield return Case("leaky relu", x => x.LeakyRelu(0.125), 0, 0.125);
        yield return Case("elu", x => x.Elu(), 0, 1);
        yield return Case("clamp, lower bound", x => x.Clamp(-1, 2), -1, 1);
        yield return Case("clamp, upper bound", x => x.Clamp(-1, 2), 2, 1);
        yield return Case("maximum of equals", x => Tensor.Maximum(x, x.Detach()), 3, 0.5);
        yield return Case("minimum of equals", x => Tensor.Minimum(x.Detach(), x), 3, 0.5);
        yield return Case("maximum of itself", x => Tensor.Maximum(x, x), 3, 1);
        yield return Case("scaling at infinity", x => x * 2, Infinity, 2);
        yield return Case("shifting at infinity", x => x + 1, -Infinity, 1);
        yield return Case("negating at infinity", x => -x, Infinity, -1);
        yield return Case("adding infinities", x => x + x, Infinity, 2);
        yield return Case("relu at minus infinity", x => x.Relu(), -Infinity, 0);
        yield return Case("sigmoid at infinity", x => x.Sigmoid(), Infinity, 0);
        yield return Case("silu far below", x => x.Silu(), -1e4, 0);
        yield return Case("softplus far above", x => x.Softplus(), 1e4, 1);
        yield return Case("leaky relu at infinity", x => x.LeakyRelu(0.125), Infinity, 1);
        yield return Case("leaky relu at minus infinity", x => x.LeakyRelu(0.125), -Infinity, 0.125);
        yield return Case("tanh at infinity", x => x.Tanh(), -Infinity, 0);
        yield return Case("square at infinity", x => x.Square(), Infinity, Infinity);
        yield return Case("where, the side not chosen", x => Tensor.Where(x > x.Detach(), x.Log(), x * 3), 2, 3);
        yield return Case("where, beside a NaN", x => Tensor.Where(x < x * 0, x.Detach() * double.NaN, x), 2, 1);
        yield return Case("maximum of all equals", x => x.BroadcastTo([4]).Max(), 2, 1);
        yield return Case("power 0", x => x.Pow(0), 0, 0);
        yield return Case("root of 0", x => x.Sqrt(), 0, Infinity);
        foreach (double far in new[] { 20, 89, 1e4 })
        {
            yield return Case($"silu at {far}", x => x.Silu(), far, 1, FarTolerance);
            yield return Case($"silu at {-far}", x => x.Silu(), -far, 0, FarTolerance);
            yield return Case($"gelu at {far}", x => x.Gelu(), far, 1, FarTolerance);
            yield return Case($"gelu at {-far}", x => x.Gelu(), -far, 0, FarTolerance);
            yield return Case($"gelu by tanh at {far}", x => x.Gelu(GeluForm.Tanh), far, 1, FarTolerance);
            yield return Case($"gelu by tanh at {-far}", x => x.Gelu(GeluForm.Tanh), -far, 0, FarTolerance);
            yield return Case($"sigmoid at {far}", x => x.Sigmoid(), far, 0, FarTolerance);
            yield return Case($"tanh at {-far}", x => x.Tanh(), -far, 0, FarTolerance);
            yield return Case($"softplus at {far}", x => x.Softplus(), far, 1, FarTolerance);
            yield return Case($"elu at {-far}", x => x.Elu(), -far, 0, FarTolerance);
            yield return Case($"softmax at {far}", x => Tensor.Concat(0, x.Reshape(1), x.Reshape(1) * 0).Softmax().Slice(0, 0, 1).Sum(), far, 0, FarTolerance);
            yield return Case($"log-softmax at {-far}", x => Tensor.Concat(0, x.Reshape(1), x.Reshape(1) * 0).LogSoftmax().Slice(0, 0, 1).Sum(), -far, 1, FarTolerance);
        }
    }

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [TestCaseSource(nameof(Conventions))]
    public void Slope(Func<Tensor, Tensor> f, double at, double expected, double tolerance)
    {
        using TensorScope scope = TensorScope.Open();
        Tensor x = Tensor.From(backend, [at], []);
        x.RequiresGrad = true;
        Assert.That(Autograd.Grad(f(x), [x])[0].Item(), Is.EqualTo(expected).Within(tolerance));
    }

    [Test]
    public void TheFirstOfEqualMaximaGetsTheGradient()
    {
        using TensorScope scope = TensorScope.Open();
        Tensor x = Tensor.From(backend, [1.0, 1.0, 1.0, 1.0], [1, 2, 2, 1]);
        x.RequiresGrad = true;
        x.MaxPool2d(2).Sum().Backward();
        Assert.That(x.Grad!.Doubles(), Is.EqualTo(new double[] { 1, 0, 0, 0 }));
    }

    [TestCaseSource(nameof(ValueConventions))]
    public void Value(Func<Tensor, Tensor> f, double at, double expected)
    {
        using TensorScope scope = TensorScope.Open();
        double value = f(Tensor.From(backend, [at], [1])).Sum().Item();
        Assert.That(value, Is.EqualTo(expected));
        if (expected == 0) Assert.That(double.IsNegative(value), Is.EqualTo(double.IsNegative(expected)), "the sign of 0");
    }

    private static IEnumerable<TestCaseData> ValueConventions()
    {
        const double NaN = double.NaN;
        yield return ValueCase("relu of NaN", x => x.Relu(), NaN, NaN);
        yield return ValueCase("clamp of NaN", x => x.Clamp(-1, 1), NaN, NaN);
        yield return ValueCase("silu at minus infinity", x => x.Silu(), -Infinity, NaN);
        yield return ValueCase("gelu at minus infinity", x => x.Gelu(), -Infinity, NaN);
        yield return ValueCase("sigmoid at infinity", x => x.Sigmoid(), Infinity, 1);
        yield return ValueCase("softplus at minus infinity", x => x.Softplus(), -Infinity, 0);
        yield return ValueCase("log of 0", x => x.Log(), 0, -Infinity);
        yield return ValueCase("log below 0", x => x.Log(), -1, NaN);
        yield return ValueCase("rsqrt of 0", x => x.Rsqrt(), 0, Infinity);
        yield return ValueCase("reciprocal of minus 0", x => x.Reciprocal(), -0.0, -Infinity);
        yield return ValueCase("comparison with NaN", x => x >= x.Detach(), NaN, 0);
        yield return ValueCase("equality of NaN", x => Tensor.EqualTo(x, x), NaN, 0);
        yield return ValueCase("inequality of NaN", x => Tensor.NotEqualTo(x, x), NaN, 1);
        yield return ValueCase("equality of zeros", x => Tensor.EqualTo(x, -x), 0, 1);
        yield return ValueCase("where of a NaN mask", x => Tensor.Where(x, x * 0 + 1, x), NaN, NaN);
        yield return ValueCase("maximum with NaN", x => Tensor.Maximum(x, x.Detach() * 0 + 1), NaN, NaN);
        yield return ValueCase("largest of NaN", x => Tensor.Concat(0, x, Tensor.Ones(x.Backend, [1], x.Type)).Max(), NaN, NaN);
        yield return ValueCase("variance of one", x => x.Variance(), 1, NaN);
        yield return ValueCase("softmax of nothing but minus infinity", x => x.Softmax(), -Infinity, NaN);
        yield return ValueCase("softmax at infinity", x => x.Softmax(), Infinity, NaN);
    }

    /// <summary>Zeros keep their signs where nothing is added to them.</summary>
    [Test]
    public void ZerosKeepTheirSigns()
    {
        using TensorScope scope = TensorScope.Open();
        Tensor zeros = Tensor.From(backend, [0.0, -0.0], [2]), one = Tensor.Ones(backend, [2], DType.Float64);
        Assert.Multiple(() =>
        {
            Assert.That(Signs(-zeros), Is.EqualTo(new[] { true, false }), "negation");
            Assert.That(Signs(zeros * 2), Is.EqualTo(new[] { false, true }), "scaling");
            Assert.That(Signs(Tensor.Where(one, zeros, one)), Is.EqualTo(new[] { false, true }), "where");
            Assert.That(Signs(Tensor.Concat(0, zeros, zeros)), Is.EqualTo(new[] { false, true, false, true }), "concat");
            Assert.That(Signs(zeros.Tanh()), Is.EqualTo(new[] { false, true }), "tanh");
        });
    }

    private static bool[] Signs(Tensor x) => Array.ConvertAll(x.ToArray<double>(), double.IsNegative);

    private static TestCaseData ValueCase(string name, Func<Tensor, Tensor> f, double at, double expected) =>
        new TestCaseData(f, at, expected).SetArgDisplayNames(name, $"{at}", $"{expected}");

    private static TestCaseData Case(string name, Func<Tensor, Tensor> f, double at, double expected, double tolerance = 0) =>
        new TestCaseData(f, at, expected, tolerance).SetArgDisplayNames(name, $"{at}", $"{expected}");
}
