using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>
/// The first values of a parameter. Fan-in and fan-out are those of weights (O, ..., I): fan-in is the product of all extents but the first,
/// fan-out the number of elements divided by the last extent.
/// </summary>
public sealed record Initializer(string Name, Func<Shape, (RandomDistribution? Distribution, double Scale, double Shift)> Rule)
{
    /// <summary>0.</summary>
    public static Initializer Zeros { get; } = new("zeros", _ => (null, 0, 0));

    /// <summary>1.</summary>
    public static Initializer Ones { get; } = new("ones", _ => (null, 0, 1));

    /// <summary>N(0, 1).</summary>
    public static Initializer StandardNormal { get; } = Normal("standard-normal", _ => 1);

    /// <summary>N(0, 2 / fan-in) (He et al. 2015), for layers before a rectifier.</summary>
    public static Initializer KaimingNormal { get; } = Normal("kaiming-normal", shape => Math.Sqrt(2.0 / FanIn(shape)));

    /// <summary>U(-b, b) with b = sqrt(6 / fan-in) (He et al. 2015).</summary>
    public static Initializer KaimingUniform { get; } = Uniform("kaiming-uniform", shape => Math.Sqrt(6.0 / FanIn(shape)));

    /// <summary>N(0, 2 / (fan-in + fan-out)) (Glorot and Bengio 2010).</summary>
    public static Initializer XavierNormal { get; } = Normal("xavier-normal", shape => Math.Sqrt(2.0 / (FanIn(shape) + FanOut(shape))));

    /// <summary>U(-b, b) with b = sqrt(6 / (fan-in + fan-out)) (Glorot and Bengio 2010).</summary>
    public static Initializer XavierUniform { get; } = Uniform("xavier-uniform", shape => Math.Sqrt(6.0 / (FanIn(shape) + FanOut(shape))));

    /// <summary>U(-b, b) with b = 1 / sqrt(fan-in): what PyTorch gives weights of linear and convolution layers by default.</summary>
    public static Initializer FanInUniform { get; } = Uniform("fan-in-uniform", shape => 1 / Math.Sqrt(FanIn(shape)));

    /// <summary>U(-bound, bound).</summary>
    public static Initializer WithinBound(double bound) => Uniform("uniform", _ => bound);

    /// <summary>A new tensor of first values.</summary>
    internal Tensor Create(Backend backend, Shape shape, DType type, RandomStream stream)
    {
        (RandomDistribution? distribution, double scale, double shift) = Rule(shape);
        return distribution is { } random ? Tensor.Random(backend, shape, random, stream, type: type) * scale + shift : Tensor.Full(backend, shape, shift, type);
    }

    private static Initializer Normal(string name, Func<Shape, double> deviation) => new(name, shape => (RandomDistribution.Normal, deviation(shape), 0));

    private static Initializer Uniform(string name, Func<Shape, double> bound) =>
        new(name, shape => (RandomDistribution.Uniform, 2 * bound(shape), -bound(shape)));

    private static int FanIn(Shape shape) => shape.Size / shape[0];

    private static int FanOut(Shape shape) => shape.Size / shape[-1];
}
