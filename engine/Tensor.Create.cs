using Catapult.Kernels;

namespace Catapult.Engine;

public sealed partial class Tensor
{
    /// <summary>A tensor of undefined contents, to be written whole by the next operation.</summary>
    internal static Tensor Empty(Backend backend, Shape shape, DType type) => new(backend, shape, backend.Allocate(type, shape.Size));

    /// <summary>A tensor of the given host values, row-major.</summary>
    /// <exception cref="ShapeException">The number of values is not that of the shape.</exception>
    public static Tensor From<E>(Backend backend, ReadOnlySpan<E> values, Shape shape) where E : unmanaged
    {
        if (values.Length != shape.Size)
            throw new ShapeException("tensor", $"{values.Length} values do not fill shape {shape}", $"Give {shape.Size} values");
        Tensor tensor = Empty(backend, shape, DTypes.Of<E>());
        backend.Upload(values, tensor.Buffer);
        return tensor;
    }

    /// <summary>A tensor of the given host values, row-major.</summary>
    public static Tensor From<E>(Backend backend, E[] values, Shape shape) where E : unmanaged => From<E>(backend, values.AsSpan(), shape);

    /// <summary>A tensor with every element equal to <paramref name="value"/>.</summary>
    public static Tensor Full(Backend backend, Shape shape, double value, DType type = DType.Float32)
    {
        Tensor tensor = Empty(backend, shape, type);
        backend.Fill(tensor.Buffer, value);
        return tensor;
    }

    /// <summary>A tensor of zeros.</summary>
    public static Tensor Zeros(Backend backend, Shape shape, DType type = DType.Float32) => Full(backend, shape, 0, type);

    /// <summary>A tensor of ones.</summary>
    public static Tensor Ones(Backend backend, Shape shape, DType type = DType.Float32) => Full(backend, shape, 1, type);

    /// <summary>Random elements, each a function of the stream and its own index.</summary>
    public static Tensor Random(Backend backend, Shape shape, RandomDistribution distribution, RandomStream stream, ulong start = 0, DType type = DType.Float32)
    {
        Tensor tensor = Empty(backend, shape, type);
        backend.Random(distribution, stream, start, tensor.Buffer);
        return tensor;
    }

    /// <summary>A copy in another element type; cut off from the graph when the target is Int32, differentiable otherwise.</summary>
    public Tensor To(DType type)
    {
        if (type == Type) return this;
        Tensor y = Empty(Backend, Shape, type);
        Backend.Convert(Buffer, y.Buffer);
        if (type != DType.Int32) Autograd.Record("to", y, [this], (g, into) => into.Set(0, g.To(Type)));
        return y;
    }
}
