using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Channels-last and PyTorch's layouts, there and back.</summary>
public class ExchangeLayoutTests
{
    private readonly Backend backend = EngineBackends.Create(EngineBackends.Reference);

    private static IEnumerable<TestCaseData> Layouts()
    {
        yield return new TestCaseData(ExchangeLayout.AsIs, new Shape(3, 4)).SetArgDisplayNames("as is");
        yield return new TestCaseData(ExchangeLayout.ConvolutionWeight, new Shape(3, 2, 5, 4)).SetArgDisplayNames("convolution weights");
        yield return new TestCaseData(ExchangeLayout.AfterFlatten(3, 2, 5, 4), new Shape(3, 40)).SetArgDisplayNames("after flatten");
    }

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [TestCaseSource(nameof(Layouts))]
    public void ThereAndBack(ExchangeLayout layout, Shape shape)
    {
        Tensor x = Tensor.From(backend, Samples.Uniform(1, shape.Size), shape), back = layout.FromFile(layout.ToFile(x), shape);
        Assert.That(back.Shape, Is.EqualTo(shape));
        Assert.That(back.Doubles(), Is.EqualTo(x.Doubles()));
    }

    [Test]
    public void ConvolutionWeightsHaveChannelsBeforeTheKernelInAFile()
    {
        double[] x = Samples.Uniform(2, 2 * 3 * 4 * 5);
        Tensor file = ExchangeLayout.ConvolutionWeight.ToFile(Tensor.From(backend, x, [2, 3, 4, 5]));
        Assert.That(file.Shape, Is.EqualTo(new Shape(2, 5, 3, 4)));
        Assert.That(file.Doubles(), Is.EqualTo(
            from o in Enumerable.Range(0, 2)
            from c in Enumerable.Range(0, 5)
            from h in Enumerable.Range(0, 3)
            from w in Enumerable.Range(0, 4)
            select x[((o * 3 + h) * 4 + w) * 5 + c]));
    }

    [Test]
    public void ALinearLayerAfterFlatteningGivesTheSameInBothLayouts()
    {
        using TensorScope scope = TensorScope.Open();
        Tensor images = Tensor.From(backend, Samples.Uniform(3, 2 * 3 * 4 * 5), [2, 3, 4, 5]);
        Tensor weight = Tensor.From(backend, Samples.Uniform(4, 6 * 60), [6, 60]);
        Tensor channelsFirst = images.Permute(0, 3, 1, 2).Flatten(), file = ExchangeLayout.AfterFlatten(6, 3, 4, 5).ToFile(weight);
        Assert.That(channelsFirst.Linear(file).Doubles(), Is.EqualTo(images.Flatten().Linear(weight).Doubles()).Within(1e-13));
    }
}
