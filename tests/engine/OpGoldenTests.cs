using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Operations, their gradients and second orders against PyTorch's.</summary>
[Category("Goldens")]
[TestFixture(EngineBackends.Cpu, DType.Float64), TestFixture(EngineBackends.Cpu, DType.Float32)]
[TestFixture(EngineBackends.Reference, DType.Float64), TestFixture(EngineBackends.Reference, DType.Float32)]
public class OpGoldenTests(string backendName, DType type)
{
    private readonly Backend backend = EngineBackends.Create(backendName);

    private static IEnumerable<TestCaseData> Cases() => OpGolden.All.Select((golden, i) => new TestCaseData(i).SetArgDisplayNames($"{i}", golden.ToString()));

    private static IEnumerable<TestCaseData> RunningCases() => Cases().Where((_, i) => OpGolden.All[i].RunningMeanAfter is not null);

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [TestCaseSource(nameof(Cases))]
    public void ValuesAndGradientsArePyTorchs(int index)
    {
        using TensorScope scope = TensorScope.Open();
        OpGolden golden = OpGolden.All[index];
        Tensor[] inputs = [.. golden.Inputs.Select(Make)];
        foreach (Tensor input in inputs) input.RequiresGrad = true;
        Tensor y = TorchOps.Run(golden, inputs);
        Assert.That(y.Shape.Extents.ToArray(), Is.EqualTo(golden.Output.Shape));
        OpTolerance tolerance = OpTolerance.Of(TorchOps.CatalogName(golden.Op));
        double first = type == DType.Float64 ? tolerance.Double : tolerance.Single, second = type == DType.Float64 ? tolerance.Double : tolerance.SingleSecond;
        Close(golden.Output, y, first, "value", Rounded(golden));
        y.Backward(Make(golden.GradOutput), retainGraph: true);
        for (int i = 0; i < inputs.Length; i++) Close(golden.Grads[i], inputs[i].Grad!, first, $"gradient of input {i}");
        if (golden.Hvp is null) return;
        Tensor[] products = SecondOrder(golden, y, inputs);
        for (int i = 0; i < inputs.Length; i++) Close(golden.Hvp[i], products[i], second, $"second order of input {i}");
    }

    [TestCaseSource(nameof(RunningCases))]
    public void RunningStatisticsArePyTorchs(int index)
    {
        using TensorScope scope = TensorScope.Open();
        OpGolden golden = OpGolden.All[index];
        Tensor x = Make(golden.Inputs[0]).Permute(0, 2, 3, 1);
        var layer = new BatchNorm2d(new ParameterFactory(backend, type: type), x.Shape[3], golden.Number("eps"), golden.Number("momentum"));
        layer.RunningMean.CopyFrom(Make(golden.RunningMeanBefore!));
        layer.RunningVariance.CopyFrom(Make(golden.RunningVarBefore!));
        layer.Train(golden.Flag("training"));
        layer.Forward(x);
        OpTolerance tolerance = OpTolerance.Of("BatchNorm");
        double allowed = type == DType.Float64 ? tolerance.Double : tolerance.Single;
        Close(golden.RunningMeanAfter!, layer.RunningMean, allowed, "running mean");
        Close(golden.RunningVarAfter!, layer.RunningVariance, allowed, "running variance");
    }

    [Test]
    public void AnUnknownOperationFails() => Assert.That(
        () => TorchOps.Run(OpGolden.All[0] with { Op = "no_such_op" }, []), Throws.TypeOf<NotSupportedException>().With.Message.Contains("no_such_op"));

    /// <summary>The derivative, by each input, of the sum of all gradients along the case's vectors.</summary>
    private Tensor[] SecondOrder(OpGolden golden, Tensor y, Tensor[] inputs)
    {
        Tensor[] gradients = Autograd.Grad(y, inputs, Make(golden.GradOutput), createGraph: true);
        Tensor slope = Tensor.Zeros(backend, [], type);
        for (int i = 0; i < inputs.Length; i++) slope += (gradients[i] * Make(golden.Vectors![i])).Sum();
        return slope.RequiresGrad ? Autograd.Grad(slope, inputs) : [.. inputs.Select(input => Tensor.Zeros(backend, input.Shape, type))];
    }

    private Tensor Make(GoldenArray array) => array.ToTensor(backend, type);

    /// <summary>The magnitude of what was rounded to float32 before anything was computed; a sum may cancel to less than its rounding.</summary>
    private double Rounded(OpGolden golden) => type == DType.Float64 ? 0 : golden.Inputs.Max(Largest);

    private static double Largest(GoldenArray array) => array.Data.Select(Math.Abs).DefaultIfEmpty().Max();

    private static void Close(GoldenArray expected, Tensor actual, double tolerance, string what, double magnitude = 0)
    {
        double largest = Math.Max(magnitude, Largest(expected));
        Comparison.Close(expected.Data, actual.Doubles(), _ => tolerance * largest, what);
    }
}
