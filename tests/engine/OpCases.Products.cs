using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Tests;

internal static partial class OpCases
{
    private static IEnumerable<OpCase> Products()
    {
        (string Name, int[] A, int[] B)[] batches =
            [("", [], []), ("of batches", [2], [2]), ("of a batch and a matrix", [2], []), ("of a matrix and a batch", [], [2]),
                ("of batches that broadcast", [2, 1], [3]), ("of no matrices", [0], [])];
        foreach ((string name, int[] leadA, int[] leadB) in batches)
            foreach (bool transposeA in new[] { false, true })
                foreach (bool transposeB in new[] { false, true })
                {
                    Shape a = transposeA ? [.. leadA, 4, 3] : [.. leadA, 3, 4], b = transposeB ? [.. leadB, 2, 4] : [.. leadB, 4, 2];
                    string variant = $"{name}{(transposeA ? " a'" : "")}{(transposeB ? " b'" : "")}".Trim();
                    yield return new(
                        nameof(Tensor.MatMul), variant, t => Tensor.MatMul(t[0], t[1], transposeA, transposeB),
                        GradientSample.Uniform(16, a), GradientSample.Uniform(17, b));
                }
        yield return new(nameof(Tensor.MatMul), "of a matrix by itself", t => Tensor.MatMul(t[0], t[0], transposeB: true), GradientSample.Uniform(18, [3, 3]));
        GradientSample x = GradientSample.Uniform(19, [3, 4]), weight = GradientSample.Uniform(20, [2, 4]), bias = GradientSample.Uniform(21, [2]);
        yield return new(nameof(Tensor.Linear), "", t => t[0].Linear(t[1]), x, weight);
        yield return new(nameof(Tensor.Linear), "of a sequence", t => t[0].Linear(t[1], t[2]), GradientSample.Uniform(19, [2, 3, 4]), weight, bias);
        yield return new(nameof(Tensor.Linear), "with bias", t => t[0].Linear(t[1], t[2]), x, weight, bias);
    }

    private static IEnumerable<OpCase> Windows()
    {
        GradientSample image = GradientSample.Uniform(22, [2, 5, 4, 2]), bias = GradientSample.Uniform(23, [3]);
        foreach ((int stride, int padding, int kernel) in new[] { (1, 0, 3), (1, 1, 3), (2, 1, 3), (3, 2, 3), (2, 0, 1) })
        {
            string variant = $"{kernel}x{kernel}, stride {stride}, padding {padding}";
            GradientSample weight = GradientSample.Uniform(24, [3, kernel, kernel, 2]);
            yield return new(nameof(Tensor.Conv2d), variant, t => t[0].Conv2d(t[1], null, stride, padding), image, weight);
            yield return new(nameof(Tensor.Conv2d), $"{variant}, bias", t => t[0].Conv2d(t[1], t[2], stride, padding), image, weight, bias);
        }
        foreach ((int groups, int inGroup, int outGroup, Size2d stride, Size2d padding, Size2d dilation) in
            new (int, int, int, Size2d, Size2d, Size2d)[] { (2, 2, 3, 1, 1, 1), (1, 2, 3, (2, 1), (0, 2), (1, 2)), (3, 1, 2, 2, 1, 2), (3, 1, 1, 1, 1, 1), (3, 1, 1, (2, 3), (1, 0), (2, 1)) })
        {
            string variant = $"{groups} groups of {inGroup} to {outGroup}, stride {stride}, padding {padding}, dilation {dilation}";
            yield return new(
                nameof(Tensor.Conv2d), variant, t => t[0].Conv2d(t[1], t[2], stride, padding, dilation, groups),
                GradientSample.Uniform(22, [2, 7, 6, groups * inGroup]), GradientSample.Uniform(24, [groups * outGroup, 3, 2, inGroup]), GradientSample.Uniform(23, [groups * outGroup]));
        }
        yield return new(nameof(Tensor.Conv2d), "of no images", t => t[0].Conv2d(t[1]), GradientSample.Uniform(22, [0, 5, 4, 2]), GradientSample.Uniform(24, [3, 3, 3, 2]));
        yield return new(nameof(Tensor.GlobalAveragePool2d), "", t => t[0].GlobalAveragePool2d().Square(), image);
        yield return new(nameof(Tensor.MaxPool2d), "of no images", t => t[0].MaxPool2d(2), GradientSample.Uniform(22, [0, 5, 4, 2]));
        yield return new(nameof(Tensor.AveragePool2d), "of no images", t => t[0].AveragePool2d((2, 1)), GradientSample.Uniform(22, [0, 5, 4, 2]));
        yield return new(nameof(Tensor.AveragePool2d), "of unequal sides", t => t[0].AveragePool2d((2, 3), (1, 2), (1, 0)).Square(), image);
        GradientSample distinct = GradientSample.Distinct(25, [2, 4, 5, 2]);
        foreach ((int kernel, int stride, int padding) in new[] { (2, 2, 0), (3, 1, 1), (3, 2, 1), (2, 3, 0) })
        {
            string variant = $"{kernel}x{kernel}, stride {stride}, padding {padding}";
            yield return new(nameof(Tensor.MaxPool2d), variant, t => t[0].MaxPool2d(kernel, stride, padding).Square(), distinct);
            yield return new(nameof(Tensor.AveragePool2d), variant, t => t[0].AveragePool2d(kernel, stride, padding).Square(), distinct);
        }
    }
}
