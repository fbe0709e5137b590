using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Tests;

internal static partial class OpCases
{
    private const double Epsilon = 1e-5;

    private static GradientSample Gamma => GradientSample.Uniform(31, [2], 0.5, 1.5);

    private static GradientSample Beta => GradientSample.Uniform(32, [2]);

    private static IEnumerable<OpCase> Normalizations()
    {
        foreach ((Shape image, bool frozen) in new (Shape, bool)[] { ([3, 2, 2, 2], false), ([3, 2, 2, 2], true), ([7, 1, 1, 2], false), ([0, 2, 2, 2], true) })
        {
            GradientSample x = GradientSample.Uniform(30, image), residual = GradientSample.Uniform(33, image);
            string variant = $"{(frozen ? "frozen" : "in training")}, {image}";
            yield return new("BatchNorm", variant, t => Normalized(t, frozen, new Identity(), new Affine(0, 1)), x, Gamma, Beta);
            yield return new("BatchNorm", $"{variant}, relu", t => Normalized(t, frozen, new Relu(), new ReluSlope()), x, Gamma, Beta);
            yield return new("BatchNorm", $"{variant}, residual", t => Normalized(t, frozen, new Identity(), new Affine(0, 1)), x, Gamma, Beta, residual);
            yield return new("BatchNorm", $"{variant}, residual, relu", t => Normalized(t, frozen, new Relu(), new ReluSlope()), x, Gamma, Beta, residual);
            yield return new("BatchNorm", $"{variant}, its own input as residual", t => Smooth([.. t, t[0]], frozen), x, Gamma, Beta);
            yield return new(
                "BatchNorm", $"{variant}, an ancestor of its input as residual", t => Smooth([t[0].Sin(), t[1], t[2], t[0]], frozen), x, Gamma, Beta);
        }
    }

    private static IEnumerable<OpCase> GroupNormalizations()
    {
        foreach ((Shape shape, int groups) in new (Shape, int)[] { ([2, 3, 4], 2), ([3, 2, 2, 6], 3), ([2, 5], 1), ([1, 7, 3], 1), ([0, 2, 4], 2) })
            yield return new(
                nameof(Tensor.GroupNorm), $"{groups} groups of {shape}", t => t[0].GroupNorm(groups, t[1], t[2], Epsilon).Square(),
                GradientSample.Uniform(36, shape), GradientSample.Uniform(37, [shape[-1]], 0.5, 1.5), GradientSample.Uniform(38, [shape[-1]]));
        foreach ((Shape shape, Shape extents) in new (Shape, Shape)[] { ([3, 5], [5]), ([2, 3, 4], [3, 4]), ([7], [7]), ([2, 1, 13], [13]), ([0, 4], [4]) })
            yield return new(
                nameof(Tensor.LayerNorm), $"{shape} over {extents}", t => t[0].LayerNorm(t[1], t[2], Epsilon).Square(),
                GradientSample.Uniform(36, shape), GradientSample.Uniform(37, extents, 0.5, 1.5), GradientSample.Uniform(38, extents));
    }

    private static IEnumerable<OpCase> Losses()
    {
        GradientSample prediction = GradientSample.Uniform(45, [3, 4]), target = GradientSample.Uniform(46, [3, 4]);
        yield return new(nameof(Tensor.MeanSquaredError), "", t => t[0].MeanSquaredError(t[1]), prediction, target);
        foreach ((int rows, int classes) in new[] { (1, 13), (2, 1), (0, 4) })
            yield return new(
                nameof(Tensor.CrossEntropyRows), $"of {rows} by {classes}",
                t => t[0].CrossEntropyRows(Tensor.From(t[0].Backend, Samples.Below(classes, 47, rows), [rows]), 0.1), GradientSample.Uniform(34, [rows, classes], -2, 2));
        GradientSample logits = GradientSample.Uniform(34, [3, 4], -2, 2);
        int[] labels = [1, 3, 0];
        Tensor Labels(Tensor x) => Tensor.From(x.Backend, labels, [3]);
        foreach (double smoothing in new[] { 0, 0.2 })
        {
            yield return new(nameof(Tensor.CrossEntropy), $"smoothing {smoothing}", t => t[0].CrossEntropy(Labels(t[0]), smoothing), logits);
            yield return new(nameof(Tensor.CrossEntropyRows), $"smoothing {smoothing}", t => t[0].CrossEntropyRows(Labels(t[0]), smoothing), logits);
        }
        yield return new(
            nameof(Tensor.CrossEntropy), "of a product", t => Tensor.MatMul(t[0], t[1]).CrossEntropy(Labels(t[0])),
            logits, GradientSample.Uniform(35, [4, 4]));
    }

    private static Tensor Smooth(Tensor[] t, bool frozen) => Normalized(t, frozen, new Tanh(), new Derivative<Tanh>(new()));

    /// <summary>Batch normalization of (x, gamma, beta) or (x, gamma, beta, residual), by the batch's own or by fixed statistics.</summary>
    private static Tensor Normalized<O, D>(Tensor[] t, bool frozen, O activation, D slope) where O : struct, IUnary where D : struct, IUnary
    {
        var statistics = frozen
            ? (Tensor.From(t[0].Backend, [0.1, -0.2], [2]), Tensor.From(t[0].Backend, [0.5, 1.5], [2]))
            : t[0].ChannelMoments();
        return t[0].BatchNorm(statistics, frozen, (t[1], t[2]), t.Length > 3 ? t[3] : null, Epsilon, activation, slope);
    }
}
