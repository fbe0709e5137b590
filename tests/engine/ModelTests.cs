using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The models by name: their parameters, and what goes in and out.</summary>
public class ModelTests
{
    private static readonly IReadOnlyList<ModelStateGolden> Goldens = ModelStateGolden.Load();

    private readonly Backend backend = EngineBackends.Create(EngineBackends.Cpu);

    private static IEnumerable<TestCaseData> Cases() => Goldens.Select((golden, i) => new TestCaseData(i).SetArgDisplayNames(golden.Model));

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [Category("Goldens"), TestCaseSource(nameof(Cases))]
    public void NamesShapesAndOrderArePyTorchs(int index)
    {
        ModelStateGolden golden = Goldens[index];
        using TensorScope scope = TensorScope.Open();
        Module model = Models.Create(golden.Model, new ParameterFactory(backend), (golden.Side, golden.Side, golden.Channels), classes: 10);
        Assert.That(model.State().Select(entry => $"{entry.Name} {string.Join(' ', entry.Layout.ToFile(entry.Value).Shape)}"), Is.EqualTo(golden.Entries));
        Assert.That(model.ParameterCount(), Is.EqualTo(golden.Parameters));
    }

    [TestCaseSource(typeof(Models), nameof(Models.Names))]
    public void LogitsOfEveryModelDependOnEveryParameter(string name)
    {
        using TensorScope scope = TensorScope.Open();
        Module model = Models.Create(name, new ParameterFactory(backend, seed: 1), (16, 16, 3), classes: 7);
        Tensor images = Tensor.Random(backend, [2, 16, 16, 3], RandomDistribution.Normal, new RandomStream(2)), logits = model.Forward(images);
        Assert.That(logits.Shape, Is.EqualTo(new Shape(2, 7)));
        logits.CrossEntropy(Tensor.From(backend, [3, 6], [2])).Backward();
        Assert.That(model.NamedParameters().Where(p => p.Value.Grad is not { } gradient || gradient.Doubles().All(g => g == 0)).Select(p => p.Name), Is.Empty);
    }

    [Test]
    public void TheSameSeedGivesTheSameWeights()
    {
        double[] Weights(ulong seed) =>
            [.. Models.Create("resnet8", new ParameterFactory(backend, seed), (8, 8, 3), 10).NamedParameters().SelectMany(p => p.Value.Doubles())];
        double[] first = Weights(5), again = Weights(5), other = Weights(6);
        Assert.That(again, Is.EqualTo(first));
        Assert.That(other, Is.Not.EqualTo(first));
    }

    [Test]
    public void NoTwoLayersStartAlike()
    {
        Module model = new Sequential(new Linear(new ParameterFactory(backend), 4, 4), new Linear(new ParameterFactory(backend, 1), 4, 4));
        var make = new ParameterFactory(backend);
        Module twins = new Sequential(new Linear(make, 4, 4), new Linear(make, 4, 4));
        double[][] Weights(Module module) => [.. module.NamedParameters().Where(p => p.Value.Shape.Rank == 2).Select(p => p.Value.Doubles())];
        Assert.That(Weights(twins)[0], Is.Not.EqualTo(Weights(twins)[1]));
        Assert.That(Weights(twins)[0], Is.EqualTo(Weights(model)[0]));
    }

    [TestCase("vgg", 32, "choose one of mlp, lenet"), TestCase("lenet", 15, "at least 16x16"), TestCase("resnet9", 8, "at least 16x16")]
    public void AModelThatCannotBeIsOneSentence(string name, int side, string message) => Assert.That(
        () => Models.Create(name, new ParameterFactory(backend), (side, side, 3), 10), Throws.TypeOf<InputException>().With.Message.Contains(message));

    [Test]
    public void AShortcutTakesEverySecondPixelAndPadsChannelsOnBothSides()
    {
        using TensorScope scope = TensorScope.Open();
        var block = new ResidualBlock(new ParameterFactory(backend, type: DType.Float64), 2, 4, stride: 2);
        // A scale of 0 silences the convolutions, and relu(shortcut) remains.
        foreach (NamedParameter p in block.NamedParameters().Where(p => p.Name == "b2.weight")) p.Value.CopyFrom(Tensor.Zeros(backend, [4], DType.Float64));
        double[] x = Samples.Uniform(1, 2 * 4 * 4 * 2);
        Tensor y = block.Forward(Tensor.From(backend, x, [2, 4, 4, 2]));
        Assert.That(y.Shape, Is.EqualTo(new Shape(2, 2, 2, 4)));
        Assert.That(y.Doubles(), Is.EqualTo(
            from n in Enumerable.Range(0, 2)
            from h in Enumerable.Range(0, 2)
            from w in Enumerable.Range(0, 2)
            from c in Enumerable.Range(-1, 4)
            select c is 0 or 1 ? Math.Max(0, x[((n * 4 + 2 * h) * 4 + 2 * w) * 2 + c]) : 0));
    }

    [Test]
    public void ABlockIsRightInBothOrders()
    {
        using TensorScope scope = TensorScope.Open();
        var block = new ResidualBlock(new ParameterFactory(backend, seed: 3, DType.Float64), 2, 4, stride: 2);
        GradientCheck.FirstOrder(backend, t => block.Forward(t[0]), GradientSample.AwayFromZero(4, [2, 4, 4, 2]));
        GradientCheck.SecondOrder(backend, t => block.Forward(t[0]), GradientSample.AwayFromZero(4, [2, 4, 4, 2]));
    }
}
