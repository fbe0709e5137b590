using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Fused operations against their composed twins, values and gradients, in both element types.</summary>
[TestFixture(EngineBackends.Cpu), TestFixture(EngineBackends.Reference)]
public class FusedTwinTests(string backendName)
{
    /// <summary>In ulps of the largest number involved: both sides sum some dozens of terms in different orders.</summary>
    private const double Ulps = 256;

    private static readonly Shape Image = [4, 3, 3, 5];

    private readonly Backend backend = EngineBackends.Create(backendName);

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [Test]
    public void BatchNorm([Floats] DType type, [Values] bool frozen, [Values] bool residual)
    {
        using TensorScope scope = TensorScope.Open();
        GradientSample x = GradientSample.Uniform(1, Image), gamma = GradientSample.Uniform(2, [5]), beta = GradientSample.Uniform(3, [5]);
        GradientSample[] inputs = residual ? [x, gamma, beta, GradientSample.Uniform(4, Image)] : [x, gamma, beta];
        (Tensor, Tensor) Statistics(Tensor[] t) => frozen ? (Make(Samples.Uniform(5, 5), [5], type), Make(Samples.Uniform(6, 5, 0.5, 2), [5], type)) : t[0].ChannelMoments();
        Compare(
            type, inputs,
            t => t[0].BatchNorm(Statistics(t), frozen, (t[1], t[2]), t.ElementAtOrDefault(3), 1e-5, new Relu(), new ReluSlope()),
            t => t[0].ComposedBatchNorm(Statistics(t), frozen, (t[1], t[2]), t.ElementAtOrDefault(3), 1e-5, new Relu(), new ReluSlope()));
    }

    [Test]
    public void GroupNorm([Floats] DType type)
    {
        foreach ((int images, int pixels, int groups, int width) in ((int, int, int, int)[])[(4, 9, 2, 5), (1, 1, 1, 13), (3, 1, 1, 2), (2, 7, 3, 1), (0, 4, 2, 3), (5, 2, 1, 257)])
        {
            using TensorScope scope = TensorScope.Open();
            var geometry = new GroupNormGeometry(images, pixels, groups * width, groups, 1e-5);
            Shape channels = [geometry.Channels];
            Compare(
                type, [GradientSample.Uniform(1, [images, pixels, geometry.Channels]), GradientSample.Uniform(2, channels), GradientSample.Uniform(3, channels)],
                t => t[0].GroupNorm(groups, t[1], t[2]), t => Tensor.ComposedGroupNorm(geometry, t[0], t[1], t[2]));
        }
    }

    [Test]
    public void CrossEntropy([Floats] DType type, [Values(0, 0.1)] double smoothing)
    {
        using TensorScope scope = TensorScope.Open();
        Tensor labels = Tensor.From(backend, Samples.Below(7, 1, 6), [6]);
        // Logits of hundreds overflow a naive softmax.
        Compare(
            type, [GradientSample.Uniform(7, [6, 7], -300, 300)],
            t => t[0].CrossEntropyRows(labels, smoothing), t => t[0].ComposedCrossEntropy(labels, smoothing));
    }

    private void Compare(DType type, GradientSample[] inputs, Func<Tensor[], Tensor> fused, Func<Tensor[], Tensor> composed)
    {
        double[][] actual = Evaluate(type, inputs, fused), expected = Evaluate(type, inputs, composed);
        for (int i = 0; i < expected.Length; i++)
        {
            double tolerance = Ulps * Comparison.Epsilon(type) * Math.Max(1, expected[i].Select(Math.Abs).DefaultIfEmpty().Max());
            Comparison.Close(expected[i], actual[i], _ => tolerance, i == 0 ? "value" : $"gradient of input {i - 1}");
        }
    }

    /// <summary>The value and the gradients by all inputs.</summary>
    private double[][] Evaluate(DType type, GradientSample[] inputs, Func<Tensor[], Tensor> f)
    {
        Tensor[] leaves = [.. inputs.Select(input => Make(input.Values, input.Shape, type).Detach())];
        foreach (Tensor leaf in leaves) leaf.RequiresGrad = true;
        Tensor y = f(leaves);
        y.Backward(Make(Samples.Uniform(8, y.Length), y.Shape, type));
        return [y.Doubles(), .. leaves.Select(leaf => leaf.Grad!.Doubles())];
    }

    private Tensor Make(double[] values, Shape shape, DType type) => Tensor.From(backend, values, shape).To(type);
}
