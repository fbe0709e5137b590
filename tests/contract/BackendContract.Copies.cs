using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

public abstract partial class BackendContract
{
    [Test]
    public void CopiesEveryPermutation([Values] DType type)
    {
        foreach (int[] order in Permutations([0, 1, 2, 3])) CheckPermutation(type, [2, 3, 5, 7], order);
        CheckPermutation(type, [257, 131], [1, 0]);
        CheckPermutation(type, [3, 9, 11, 33], [0, 3, 1, 2]);
        CheckPermutation(type, [3, 33, 9, 11], [0, 2, 3, 1]);
        CheckPermutation(type, [1, 2, 2, 3, 1, 2, 3, 2], [7, 5, 3, 1, 0, 2, 4, 6]);
        CheckPermutation(type, [0, 3], [1, 0]);
        CheckPermutation(type, [401, 503], [1, 0]);
    }

    [Test]
    public void CopiesFlips([Values] DType type)
    {
        // (5, 9) flipped along both axes, the last axis alone, and the first.
        CheckCopy("flip of both axes", type, LoopNest.Create([5, 9], [-9, -1], [9, 1], offsetA: 44), 45, 45);
        CheckCopy("flip of columns", type, LoopNest.Create([5, 9], [9, -1], [9, 1], offsetA: 8), 45, 45);
        CheckCopy("flip of rows", type, LoopNest.Create([5, 9], [-9, 1], [9, 1], offsetA: 36), 45, 45);
    }

    [Test]
    public void CopiesSlicesAndPadding([Values] DType type)
    {
        // Rows 1, 3 and columns 2 .. 18 of (5, 23); then a (3, 17) block into the middle of (7, 31), whose border stays.
        CheckCopy("slice", type, LoopNest.Create([2, 17], [46, 1], [17, 1], offsetA: 25), 115, 34);
        CheckCopy("every third column", type, LoopNest.Create([5, 7], [23, 3], [7, 1], offsetA: 2), 115, 35);
        CheckCopy("padding", type, LoopNest.Create([3, 17], [17, 1], [31, 1], offsetB: 64), 51, 217);
        CheckCopy("scatter with steps", type, LoopNest.Create([3, 5], [5, 1], [31, 4], offsetB: 3), 15, 93);
        CheckCopy("broadcast of a column", type, LoopNest.Create([7, 33], [1, 0], [33, 1]), 7, 231);
        CheckCopy("long", type, LoopNest.Create([Long], [1], [1], offsetA: 3, offsetB: 5), Long + 3, Long + 7);
    }

    [Test]
    public void CopiesEveryLength([Values] DType type)
    {
        foreach (int length in Lengths)
        {
            CheckCopy($"{length} in a row", type, LoopNest.Create([length], [1], [1], offsetA: 1, offsetB: 2), length + 1, length + 3);
            CheckCopy($"{length} of every third", type, LoopNest.Create([length], [3], [1]), 3 * length, length);
            CheckCopy($"{length} to every other place", type, LoopNest.Create([length], [1], [2]), length, 2 * length);
            CheckCopy($"{length} backwards", type, LoopNest.Create([length], [-1], [1], offsetA: Math.Max(0, length - 1)), length, length);
            CheckCopy($"(3, {length}) transposed", type, LoopNest.Create([length, 3], [1, length], [3, 1]), 3 * length, 3 * length);
        }
    }

    [Test]
    public void CopiesSpecialNumbers([Floats] DType type) => Check("copy", type, 0, rig =>
    {
        int length = Samples.Special.Length;
        var y = rig.Target(length);
        rig.Backend.Copy(LoopNest.Create([length], [1], [1]), rig.Operand(Samples.Special), y);
        return [y];
    });

    private void CheckPermutation(DType type, Shape source, int[] order)
    {
        Dims strides = source.Strides();
        int[] extents = [.. order.Select(axis => source[axis])], steps = [.. order.Select(axis => strides[axis])];
        Dims own = new Shape(extents).Strides();
        int[] targetSteps = [.. order.Select((_, i) => own[i])];
        var nest = LoopNest.Create(extents, steps, targetSteps);
        CheckCopy($"{source} permuted by ({string.Join(", ", order)})", type, nest, source.Size, source.Size);
    }

    private void CheckCopy(string what, DType type, LoopNest nest, int sourceLength, int targetLength) => Check(what, type, 0, rig =>
    {
        var y = rig.Operand(Samples.Uniform(1, targetLength, -1e6, 1e6));
        rig.Backend.Copy(nest, rig.Operand(Samples.Uniform(2, sourceLength, -1e6, 1e6)), y);
        return [y];
    });

    private static IEnumerable<int[]> Permutations(int[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany(first => Permutations([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));
}
