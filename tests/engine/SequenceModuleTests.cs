using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Modules beyond those of image classifiers: names, shapes, first values, and that each computes its operation.</summary>
public class SequenceModuleTests
{
    private readonly Backend backend = EngineBackends.Create(EngineBackends.Cpu);

    private static IEnumerable<TestCaseData> Activations()
    {
        yield return Case("leaky relu", Activation.LeakyRelu(0.2), x => x.LeakyRelu(0.2));
        yield return Case("elu", Activation.Elu(0.5), x => x.Elu(0.5));
        yield return Case("gelu", Activation.Gelu(), x => x.Gelu());
        yield return Case("gelu by tanh", Activation.Gelu(GeluForm.Tanh), x => x.Gelu(GeluForm.Tanh));
        yield return Case("silu", Activation.Silu(), x => x.Silu());
        yield return Case("sigmoid", Activation.Sigmoid(), x => x.Sigmoid());
        yield return Case("tanh", Activation.Tanh(), x => x.Tanh());
        yield return Case("softplus", Activation.Softplus(), x => x.Softplus());
        yield return Case("softmax", Activation.Softmax(0), x => x.Softmax(0));
        yield return Case("log-softmax", Activation.LogSoftmax(), x => x.LogSoftmax());
    }

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [TestCaseSource(nameof(Activations))]
    public void ActivationsAreTheirOperations(Activation module, Func<Tensor, Tensor> operation)
    {
        using TensorScope scope = TensorScope.Open();
        Tensor x = Random([3, 5]);
        Assert.That(module.Forward(x).Doubles(), Is.EqualTo(operation(x).Doubles()));
    }

    [Test]
    public void ASequenceClassifierLearns()
    {
        using TensorScope scope = TensorScope.Open();
        var make = new ParameterFactory(backend, seed: 3);
        var model = new Sequential(new Embedding(make, 11, 6), new LayerNorm(make, [6]), new Linear(make, 6, 8), Activation.Gelu(), new Flatten(), new Linear(make, 4 * 8, 3));
        Assert.That(model.NamedParameters().Select(p => p.Name), Is.EqualTo(new[] { "0.weight", "1.weight", "1.bias", "2.weight", "2.bias", "5.weight", "5.bias" }));
        Tensor words = Tensor.From(backend, Samples.Below(11, 1, 5 * 4), [5, 4]), labels = Tensor.From(backend, [0, 1, 2, 1, 0], [5]);
        double first = 0, last = 0;
        for (int step = 0; step < 60; step++)
        {
            Tensor loss = model.Forward(words).CrossEntropy(labels);
            (first, last) = (step == 0 ? loss.Item() : first, loss.Item());
            model.ZeroGrad();
            loss.Backward();
            using var mode = Autograd.NoGrad();
            foreach (NamedParameter parameter in model.NamedParameters()) parameter.Value.CopyFrom(parameter.Value - parameter.Value.Grad! * 0.1);
        }
        Assert.That(last, Is.LessThan(0.2 * first));
    }

    [Test]
    public void NormalizationsStartAsPlainNormalization()
    {
        using TensorScope scope = TensorScope.Open();
        var make = new ParameterFactory(backend, type: DType.Float64);
        Tensor x = Random([2, 3, 3, 4]), ones = Tensor.Ones(backend, [4], DType.Float64), zeros = Tensor.Zeros(backend, [4], DType.Float64);
        Assert.That(new GroupNorm(make, 2, 4).Forward(x).Doubles(), Is.EqualTo(x.GroupNorm(2, ones, zeros).Doubles()));
        Assert.That(new LayerNorm(make, [4]).Forward(x).Doubles(), Is.EqualTo(x.LayerNorm(ones, zeros).Doubles()));
        Assert.That(new AvgPool2d((3, 2), stride: 1).Forward(x).Doubles(), Is.EqualTo(x.AveragePool2d((3, 2), 1).Doubles()));
    }

    [Test]
    public void ConvolutionsTakeGroupsAndDilation()
    {
        using TensorScope scope = TensorScope.Open();
        var layer = new Conv2d(new ParameterFactory(backend, type: DType.Float64), 4, 6, (3, 2), stride: (2, 1), padding: 1, dilation: (1, 2), groups: 2);
        Tensor x = Random([2, 7, 6, 4]);
        Assert.Multiple(() =>
        {
            Assert.That(layer.Weight.Value.Shape.Extents.ToArray(), Is.EqualTo(new[] { 6, 3, 2, 2 }));
            Assert.That(layer.Forward(x).Doubles(), Is.EqualTo(x.Conv2d(layer.Weight, layer.Bias!.Value, (2, 1), 1, (1, 2), 2).Doubles()));
            Assert.That(layer.Bias.Value.Doubles(), Is.All.InRange(-1 / Math.Sqrt(12), 1 / Math.Sqrt(12)));
            Assert.That(() => new Conv2d(new ParameterFactory(backend), 4, 6, 3, groups: 3), Throws.TypeOf<ShapeException>().With.Message.Contains("3 groups"));
        });
    }

    private Tensor Random(Shape shape) => Tensor.From(backend, Samples.Uniform(1, shape.Size, -2, 2), shape);

    private static TestCaseData Case(string name, Activation module, Func<Tensor, Tensor> operation) => new TestCaseData(module, operation).SetArgDisplayNames(name);
}
