using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>
/// Where the parameters of a new model live, their element type, and the random numbers of their first values. Each call takes the next
/// independent stream, so that a model built in the same order with the same seed has the same weights.
/// </summary>
public sealed class ParameterFactory(Backend backend, ulong seed = 0, DType type = DType.Float32)
{
    private readonly RandomStream root = new(seed, Stream: 0);
    private ulong taken;

    /// <summary>The backend of new parameters.</summary>
    public Backend Backend => backend;

    /// <summary>The element type of new parameters.</summary>
    public DType Type => type;

    /// <summary>An independent stream of random numbers.</summary>
    public RandomStream NextStream() => root.Fork(taken++);

    /// <summary>A learned tensor with the first values of an initializer.</summary>
    public Parameter Create(Shape shape, Initializer initializer, ExchangeLayout? layout = null, bool isScaleOrShift = false)
    {
        using var mode = Autograd.NoGrad();
        using var scope = TensorScope.Open();
        Tensor value = initializer.Create(backend, shape, type, NextStream()).Keep();
        value.RequiresGrad = true;
        return new(value, layout ?? ExchangeLayout.AsIs, isScaleOrShift);
    }
}
