using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Tests;

internal static partial class OpCases
{
    /// <summary>Each is squared, so that the second order is not zero.</summary>
    private static IEnumerable<OpCase> Layouts()
    {
        GradientSample cube = GradientSample.Uniform(10, [2, 3, 4]), column = GradientSample.Uniform(11, [3, 1]), flat = GradientSample.Uniform(12, [2, 2]);
        return
        [
            new(nameof(Tensor.Reshape), "", t => t[0].Reshape(4, -1).Square(), cube),
            new(nameof(Tensor.Reshape), "of a tensor used twice", t => t[0].Reshape(6, 4).Square() * t[0].Reshape(6, 4), cube),
            new(nameof(Tensor.Squeeze), "", t => t[0].Squeeze(-1).Square(), column),
            new(nameof(Tensor.Unsqueeze), "in the middle", t => t[0].Unsqueeze(1).Square(), cube),
            new(nameof(Tensor.Unsqueeze), "at the end", t => t[0].Unsqueeze(-1).Square(), cube),
            new(nameof(Tensor.Flatten), "", t => t[0].Flatten().Square(), cube),
            new(nameof(Tensor.Permute), "", t => t[0].Permute(2, 0, 1).Square(), cube),
            new(nameof(Tensor.Permute), "with an axis from the end", t => t[0].Permute(1, -1, 0).Square(), cube),
            new(nameof(Tensor.Transpose), "", t => t[0].Transpose(0, -1).Square(), cube),
            new(nameof(Tensor.BroadcastTo), "", t => t[0].BroadcastTo([2, 3, 4]).Square(), column),
            new(nameof(Tensor.Slice), "", t => t[0].Slice(1, 1, 2).Square(), cube),
            new(nameof(Tensor.Slice), "with a step", t => t[0].Slice(2, 1, 2, step: 2).Square(), cube),
            new(nameof(Tensor.Slice), "backwards", t => t[0].Slice(-1, 3, 2, step: -2).Square(), cube),
            new(nameof(Tensor.Slice), "of nothing", t => t[0].Slice(0, 0, 0).Sum() + t[0].Sum().Square(), cube),
            new(nameof(Tensor.Pad), "", t => t[0].Pad(1, 2, 1).Square(), cube),
            new(nameof(Tensor.Concat), "with nothing", t => Tensor.Concat(0, t[0].Slice(0, 0, 0), t[0]).Square(), flat),
            new(nameof(Tensor.Concat), "along the first axis", t => Tensor.Concat(0, t[0], t[1]).Square(), flat, GradientSample.Uniform(13, [3, 2])),
            new(nameof(Tensor.Concat), "along the last axis", t => Tensor.Concat(-1, t[0], t[1], t[0]).Square(), flat, GradientSample.Uniform(13, [2, 1])),
        ];
    }

    private static IEnumerable<OpCase> Reductions()
    {
        GradientSample x = GradientSample.Uniform(14, [2, 3, 2, 2]);
        GradientSample distinct = GradientSample.Distinct(29, [2, 3, 2, 2]);
        int[][] axes = [[0], [3], [-2], [0, 1], [1, 3], [0, 2], [3, 0, 1], [0, 1, 2, 3], []];
        foreach (int[] folded in axes)
            foreach (bool keep in new[] { false, true })
            {
                string variant = $"over ({string.Join(", ", folded)}){(keep ? ", axes kept" : "")}";
                yield return new(nameof(Tensor.Sum), variant, t => t[0].Sum(folded, keep).Square(), x);
                yield return new(nameof(Tensor.Mean), variant, t => t[0].Mean(folded, keep).Square(), x);
                yield return new(nameof(Tensor.Max), variant, t => t[0].Max(folded, keep).Square(), distinct);
                yield return new(nameof(Tensor.Min), variant, t => t[0].Min(folded, keep).Square(), distinct);
                yield return new(nameof(Tensor.Variance), variant, t => t[0].Variance(folded, keep, correction: 0).Square(), x);
            }
        yield return new(nameof(Tensor.Sum), "of all", t => t[0].Sum().Square(), x);
        yield return new(nameof(Tensor.Mean), "of all", t => t[0].Mean().Square(), x);
        yield return new(nameof(Tensor.Variance), "of all, unbiased", t => t[0].Variance().Square(), x);
        yield return new(nameof(Tensor.Max), "of all", t => t[0].Max().Square(), distinct);
        yield return new(nameof(Tensor.Min), "of all", t => t[0].Min().Square(), distinct);
        yield return new(nameof(Tensor.Sum), "of nothing", t => t[0].Sum([0]).Square(), GradientSample.Uniform(14, [0, 3]));
        yield return new(nameof(Tensor.Sum), "of a scalar", t => t[0].Sum().Square(), GradientSample.Uniform(15, []));
    }

    private static IEnumerable<OpCase> Lines()
    {
        foreach (Shape shape in (Shape[])[[5], [2, 3, 4], [7, 1, 2], [3, 13], [0, 4]])
            for (int axis = 0; axis < shape.Rank; axis++)
            {
                int along = axis;
                string variant = $"along {axis} of {shape}";
                GradientSample x = GradientSample.Uniform(40, shape, -2, 2);
                yield return new(nameof(Tensor.Softmax), variant, t => t[0].Softmax(along).Square(), x);
                yield return new(nameof(Tensor.LogSoftmax), variant, t => t[0].LogSoftmax(along).Square(), x);
                yield return new(nameof(Tensor.CumulativeSum), variant, t => t[0].CumulativeSum(along).Square(), x);
            }
    }

    private static IEnumerable<OpCase> Choices()
    {
        GradientSample x = GradientSample.Uniform(41, [2, 3, 4]), table = GradientSample.Uniform(42, [5, 3]);
        foreach ((int axis, Shape shape) in new (int, Shape)[] { (0, [3, 3, 4]), (1, [2, 5, 4]), (-1, [2, 3, 1]), (1, [2, 0, 4]) })
            yield return new(
                nameof(Tensor.Gather), $"along {axis}, to {shape}",
                t => t[0].Gather(axis, Tensor.From(t[0].Backend, Samples.Below(2, 43, shape.Size), shape)).Square(), x);
        foreach (Shape shape in (Shape[])[[4], [2, 3], [], [0]])
            yield return new(
                nameof(Tensor.Embedding), $"of {shape}",
                t => Tensor.Embedding(t[0], Tensor.From(t[0].Backend, Samples.Below(5, 44, shape.Size), shape)).Square(), table);
    }
}
