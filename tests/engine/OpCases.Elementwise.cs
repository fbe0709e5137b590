using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Tests;

internal static partial class OpCases
{
    private const int Length = 11;

    /// <summary>A prime, a scalar, one element, nothing, and axes of extent 1.</summary>
    private static IEnumerable<OpCase> Activations() => ((Shape[])[[Length], [], [1], [0, 3], [2, 1, 7]])
        .SelectMany(shape => Activations(shape).Select(op => op with { Variant = $"{op.Variant} of {shape}".Trim() }));

    private static IEnumerable<OpCase> Activations(Shape shape)
    {
        GradientSample smooth = GradientSample.Uniform(1, shape, -2, 2), kinked = GradientSample.AwayFromZero(2, shape);
        GradientSample positive = GradientSample.Uniform(3, shape, 0.5, 2);
        // Multiples of 0.2 plus 0.1, so at least 0.05 away from the bounds of the clamp.
        var spaced = new GradientSample(shape, [.. Enumerable.Range(0, shape.Size).Select(i => 0.2 * (i % Length - 5) + 0.1)]);
        return
        [
            new(nameof(Tensor.Relu), "", t => t[0].Relu(), kinked),
            new(nameof(Tensor.LeakyRelu), "", t => t[0].LeakyRelu(0.1), kinked),
            new(nameof(Tensor.Elu), "", t => t[0].Elu(1.5), kinked),
            new(nameof(Tensor.Silu), "", t => t[0].Silu(), smooth),
            new(nameof(Tensor.Gelu), "", t => t[0].Gelu(), smooth),
            new(nameof(Tensor.Gelu), "by tanh", t => t[0].Gelu(GeluForm.Tanh), smooth),
            new(nameof(Tensor.Sigmoid), "", t => t[0].Sigmoid(), smooth),
            new(nameof(Tensor.Tanh), "", t => t[0].Tanh(), smooth),
            new(nameof(Tensor.Softplus), "", t => t[0].Softplus(), smooth),
            new(nameof(Tensor.Exp), "", t => t[0].Exp(), smooth),
            new(nameof(Tensor.Log), "", t => t[0].Log(), positive),
            new(nameof(Tensor.Sqrt), "", t => t[0].Sqrt(), positive),
            new(nameof(Tensor.Rsqrt), "", t => t[0].Rsqrt(), positive),
            new(nameof(Tensor.Reciprocal), "", t => t[0].Reciprocal(), positive),
            new(nameof(Tensor.Square), "", t => t[0].Square(), smooth),
            new(nameof(Tensor.Pow), "3", t => t[0].Pow(3), smooth),
            new(nameof(Tensor.Pow), "1.75", t => t[0].Pow(1.75), positive),
            new(nameof(Tensor.Abs), "", t => t[0].Abs(), kinked),
            new(nameof(Tensor.Sin), "", t => t[0].Sin(), smooth),
            new(nameof(Tensor.Cos), "", t => t[0].Cos(), smooth),
            new(nameof(Tensor.Clamp), "", t => t[0].Clamp(-0.55, 0.45), spaced),
            new(nameof(Tensor.Unary), "a formula of the user's", t => t[0].Unary(new Cube()), smooth),
            new(nameof(Tensor.To), "and back", t => t[0].Square().To(DType.Float64), smooth),
            new(nameof(Tensor.Dropout), "", t => t[0].Square().Dropout(0.4, new RandomStream(5), start: 7), smooth),
        ];
    }

    private static IEnumerable<OpCase> Arithmetic()
    {
        foreach ((string pattern, Shape a, Shape b) in Broadcasts())
        {
            GradientSample x = GradientSample.Uniform(4, a), y = GradientSample.Uniform(5, b, 0.5, 2);
            GradientSample left = GradientSample.Grid(6, a), right = GradientSample.Grid(7, b, offset: 0.125);
            yield return new("op_Addition", pattern, t => t[0] + t[1], x, y);
            yield return new("op_Subtraction", pattern, t => t[0] - t[1], x, y);
            yield return new("op_Multiply", pattern, t => t[0] * t[1], x, y);
            yield return new("op_Division", pattern, t => t[0] / t[1], x, y);
            yield return new(nameof(Tensor.Binary), pattern, t => Tensor.Binary(new Skewed(), t[0], t[1]), x, y);
            yield return new(nameof(Tensor.Maximum), pattern, t => Tensor.Maximum(t[0], t[1]), left, right);
            yield return new(nameof(Tensor.Minimum), pattern, t => Tensor.Minimum(t[0], t[1]), left, right);
        }
        GradientSample mask = GradientSample.Grid(28, [2, 3]);
        foreach ((string pattern, Shape a, Shape b) in Broadcasts().Where(pattern => Shape.Broadcast("", pattern.A, pattern.B) == mask.Shape))
            yield return new(
                nameof(Tensor.Where), pattern, t => Tensor.Where(Mask(t[0].Backend, mask), t[0], t[1]).Square(), GradientSample.Uniform(26, a), GradientSample.Uniform(27, b));
        GradientSample smooth = GradientSample.Uniform(8, [Length]);
        yield return new("op_Addition", "of a number", t => (t[0] + 0.5).Square(), smooth);
        yield return new("op_Subtraction", "of a number", t => (t[0] - 0.5).Square(), smooth);
        yield return new("op_Multiply", "by a number", t => (t[0] * -1.5).Square(), smooth);
        yield return new("op_Division", "by a number", t => (t[0] / 3).Square(), smooth);
        yield return new("op_UnaryNegation", "", t => (-t[0]).Exp(), smooth);
        yield return new("op_Multiply", "of a tensor by itself", t => t[0] * t[0] * t[0], smooth);
        yield return new("op_Addition", "of a tensor to itself", t => (t[0] + t[0]).Exp(), smooth);
    }

    private static IEnumerable<(string Pattern, Shape A, Shape B)> Broadcasts() =>
    [
        ("of equal shapes", [2, 3], [2, 3]),
        ("of nothing", [0, 3], [3]),
        ("by a row", [2, 3], [3]),
        ("of a row by a matrix", [3], [2, 3]),
        ("by a column", [2, 3], [2, 1]),
        ("of a row by a column", [1, 3], [2, 1]),
        ("by a scalar", [2, 3], []),
        ("of a scalar by a tensor", [], [2, 1, 3]),
        ("in the middle", [2, 3, 2], [2, 1, 2]),
    ];

    private static Tensor Mask(Backend backend, GradientSample sample) => Tensor.From(backend, sample.Values, sample.Shape) > Tensor.Full(backend, [], 0.1, DType.Float64);

    private readonly record struct Cube : IUnary
    {
        public T F<T>(T x) where T : struct, ILane<T> => x * x * x;
    }

    private readonly record struct Skewed : IBinary
    {
        public T F<T>(T a, T b) where T : struct, ILane<T> => a * a * b + T.Exp(b);
    }
}
