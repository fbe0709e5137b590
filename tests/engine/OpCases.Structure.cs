using Catapult.Engine;

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
            new(nameof(Tensor.Concat), "along the first axis", t => Tensor.Concat(0, t[0], t[1]).Square(), flat, GradientSample.Uniform(13, [3, 2])),
            new(nameof(Tensor.Concat), "along the last axis", t => Tensor.Concat(-1, t[0], t[1], t[0]).Square(), flat, GradientSample.Uniform(13, [2, 1])),
        ];
    }

    private static IEnumerable<OpCase> Reductions()
    {
        GradientSample x = GradientSample.Uniform(14, [2, 3, 2, 2]);
        int[][] axes = [[0], [3], [-2], [0, 1], [1, 3], [0, 2], [3, 0, 1], [0, 1, 2, 3], []];
        foreach (int[] folded in axes)
            foreach (bool keep in new[] { false, true })
            {
                string variant = $"over ({string.Join(", ", folded)}){(keep ? ", axes kept" : "")}";
                yield return new(nameof(Tensor.Sum), variant, t => t[0].Sum(folded, keep).Square(), x);
                yield return new(nameof(Tensor.Mean), variant, t => t[0].Mean(folded, keep).Square(), x);
            }
        yield return new(nameof(Tensor.Sum), "of all", t => t[0].Sum().Square(), x);
        yield return new(nameof(Tensor.Mean), "of all", t => t[0].Mean().Square(), x);
        yield return new(nameof(Tensor.Sum), "of a scalar", t => t[0].Sum().Square(), GradientSample.Uniform(15, []));
    }
}
