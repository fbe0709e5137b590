using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

public abstract partial class BackendContract
{
    /// <summary>Equal shapes, rows, columns, scalars, middle axes, both operands stretched, nothing at all, and enough for threads.</summary>
    private static readonly (Shape A, Shape B)[] Broadcasts =
    [
        ([17, 9], [17, 9]), ([17, 9], [9]), ([9], [17, 9]), ([17, 9], [17, 1]), ([17, 1], [17, 9]), ([17, 9], []), ([], [17, 9]), ([], []),
        ([2, 3, 5], [2, 1, 5]), ([2, 1, 5], [1, 3, 1]), ([19, 1], [1, 33]), ([1, 33], [19, 1]), ([2, 3, 4, 5], [3, 1, 5]),
        ([2, 1, 4, 1], [1, 3, 1, 5]), ([5, 1, 7, 1, 3], [1, 2, 1, 4, 3]), ([0, 3], [3]), ([3, 0], [3, 1]),
        ([1], [257]), ([65, 64], [64]), ([64, 65], [64, 1]),
    ];

    private static readonly (Shape A, Shape B)[] LargeBroadcasts =
        [([67, 1031], [67, 1031]), ([67, 1031], [1031]), ([67, 1], [67, 1031]), ([67, 1031], []), ([7, 131, 151], [7, 1, 151]), ([20_011, 3], [3])];

    [Test]
    public void BinaryOfEveryLength([Floats] DType type)
    {
        foreach (int length in Lengths)
            foreach (var (a, b) in ((Shape, Shape)[])[([length], [length]), ([2, length], [2, 1]), ([2, 1], [2, length])])
                CheckBinary(new Multiply(), type, a, b, Samples.Uniform);
    }

    [Test]
    public void EveryBinaryFormula(
        [ValueSource(typeof(FormulaCatalog), nameof(FormulaCatalog.Binary))] IBinary formula, [Floats] DType type) =>
        EveryBroadcast((dynamic)formula, type);

    [Test]
    public void BinaryOfManyElements([Floats] DType type)
    {
        foreach (var (a, b) in LargeBroadcasts) CheckBinary(new Subtract(), type, a, b, Samples.Uniform);
    }

    [Test]
    public void BinaryOfRandomBroadcasts([Floats] DType type)
    {
        var stream = new RandomStream(7);
        for (ulong trial = 0; trial < 100; trial++)
        {
            var draw = stream.Fork(trial);
            int rank = draw.Below(6, 0);
            var extents = Enumerable.Range(0, rank).Select(i => 1 + draw.Below(5, 1 + (ulong)i)).ToArray();
            CheckBinary(new Divide(), type, Stretched(1), Stretched(2), Samples.Uniform);

            Shape Stretched(ulong operand)
            {
                int missing = draw.Below(rank + 1, 1000 * operand);
                return new([.. extents.Select((extent, i) => draw.Below(3, 100 * operand + (ulong)i) == 0 ? 1 : extent).Skip(missing)]);
            }
        }
    }

    [Test]
    public void BinaryInPlace([Floats] DType type, [Values] bool onSecond)
    {
        foreach (Shape other in (Shape[])[[33, 17], [17], [33, 1], []])
        {
            Shape whole = [33, 17];
            var nest = onSecond ? LoopNest.Broadcast(other, whole, whole) : LoopNest.Broadcast(whole, other, whole);
            Check($"subtraction in place, the other operand {other}", type, ElementwiseUlps, rig =>
            {
                var (x, y) = (rig.Operand(Samples.Uniform(1, whole.Size)), rig.Operand(Samples.Uniform(2, other.Size)));
                rig.Backend.Binary(new Subtract(), nest, onSecond ? y : x, onSecond ? x : y, x);
                return [x];
            });
        }
    }

    [Test]
    public void BinaryInPlaceOfEveryLength([Floats] DType type, [Values] bool onSecond)
    {
        foreach (int length in Lengths)
            Check($"subtraction in place of {length}", type, ElementwiseUlps, rig =>
            {
                var (a, b) = (rig.Operand(Samples.Uniform(1, length)), rig.Operand(Samples.Uniform(2, length)));
                var y = onSecond ? b : a;
                rig.Backend.Binary(new Subtract(), LoopNest.Broadcast([length], [length], [length]), a, b, y);
                return [y];
            });
    }

    [Test]
    public void BinaryOfOneBufferAsBothOperands([Floats] DType type, [Values] bool inPlace)
    {
        foreach (int length in Lengths)
            Check($"square of {length}", type, ElementwiseUlps, rig =>
            {
                var x = rig.Operand(Samples.Uniform(1, length));
                var y = inPlace ? x : rig.Target(length);
                rig.Backend.Binary(new Multiply(), LoopNest.Broadcast([length], [length], [length]), x, x, y);
                return [y];
            });
    }

    [Test]
    public void BinaryOfOneBufferAsRowAndColumn([Floats] DType type) => Check("outer difference", type, ElementwiseUlps, rig =>
    {
        var (x, y) = (rig.Operand(Samples.Uniform(1, 37)), rig.Target(37 * 37));
        rig.Backend.Binary(new Subtract(), LoopNest.Broadcast([37, 1], [37], [37, 37]), x, x, y);
        return [y];
    });

    [Test]
    public void ChainOfEverySlope(
        [ValueSource(typeof(FormulaCatalog), nameof(FormulaCatalog.Unary))] IUnary formula, [Floats] DType type) =>
        CheckChain((dynamic)formula, type);

    private void CheckChain<O>(O f, DType type) where O : struct, IUnary =>
        CheckBinary(new Chain<Derivative<O>>(new(f)), type, [67], [67], Samples.Uniform);

    private void EveryBroadcast<O>(O f, DType type) where O : struct, IBinary
    {
        foreach (var (a, b) in Broadcasts) CheckBinary(f, type, a, b, (seed, length, _, _) => Samples.Grid(seed, length));
        CheckBinary(new PartialA<O>(f), type, [67], [67], (seed, length, _, _) => Samples.Grid(seed, length));
        CheckBinary(new PartialB<O>(f), type, [67], [67], (seed, length, _, _) => Samples.Grid(seed, length));
        double[] special = Samples.Special;
        int n = special.Length;
        CheckBinary(f, type, [n, 1], [n], (_, _, _, _) => special);
    }

    private void CheckBinary<O>(O f, DType type, Shape a, Shape b, Func<int, int, double, double, double[]> sample) where O : struct, IBinary
    {
        var result = Shape.Broadcast("test", a, b);
        var nest = LoopNest.Broadcast(a, b, result);
        double[] left = sample(1, a.Size, -1, 1), right = sample(2, b.Size, -1, 1);
        Check(
            $"{f} of {a} and {b}",
            type,
            rig =>
            {
                var y = rig.Target(result.Size);
                rig.Backend.Binary(f, nest, rig.Operand(left), rig.Operand(right), y);
                return [y];
            },
            (_, _, expected) => ElementwiseUlps * Magnitude(expected));
    }
}
