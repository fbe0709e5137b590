using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>
/// A dense array on a backend: contiguous, row-major, images channels-last (N, H, W, C). Operations on it record how to differentiate them.
/// </summary>
/// <remarks>
/// Memory has one rule. A tensor made inside a <see cref="TensorScope"/> belongs to the innermost one and gives its buffer back to the pool when
/// that ends; using it later throws. <see cref="Keep"/> moves a tensor out of its scope. A tensor made outside of all scopes lives until it is
/// disposed or collected: on the CPU buffers are managed memory, so a forgotten one is garbage, never a leak. A handle is never used again for
/// another tensor. Gradients of intermediate results go back to the pool as soon as <see cref="Backward"/> has passed them on.
/// </remarks>
public sealed partial class Tensor : IDisposable
{
    private DeviceBuffer? buffer;

    internal Tensor(Backend backend, Shape shape, DeviceBuffer buffer)
    {
        (Backend, Shape, Type, this.buffer) = (backend, shape, buffer.Type, buffer);
        buffer.References++;
        TensorScope.Adopt(this);
    }

    /// <summary>Where the elements live and operations run.</summary>
    public Backend Backend { get; }

    /// <summary>The extents, outermost axis first.</summary>
    public Shape Shape { get; }

    /// <summary>The element type.</summary>
    public DType Type { get; }

    /// <summary>The number of elements.</summary>
    public int Length => Shape.Size;

    /// <summary>Whether <see cref="Backward"/> accumulates a gradient here (a leaf) or passes one through (a computed tensor).</summary>
    public bool RequiresGrad { get; set; }

    /// <summary>The gradient that <see cref="Backward"/> has accumulated in this leaf; null before the first one. It is kept until <see cref="ZeroGrad"/>.</summary>
    public Tensor? Grad { get; internal set; }

    /// <summary>The operation that computed this tensor; null for a leaf.</summary>
    internal Node? Producer { get; set; }

    /// <summary>How many gradient slots of a running backward pass hold this tensor.</summary>
    internal int GradientSlots { get; set; }

    internal bool IsKept { get; private set; }

    internal bool IsReleased => buffer is null;

    /// <summary>The elements, for kernels.</summary>
    /// <exception cref="ObjectDisposedException">The tensor's scope has ended.</exception>
    public DeviceBuffer Buffer => buffer ?? throw new ObjectDisposedException(
        nameof(Tensor), $"This tensor of shape {Shape} was used after its scope had ended. Call Keep() on what must outlive the scope.");

    /// <summary>Moves the tensor out of its scope: it lives until it is disposed or collected.</summary>
    public Tensor Keep()
    {
        IsKept = true;
        return this;
    }

    /// <summary>The same elements, cut off from the graph. No copy is made.</summary>
    public Tensor Detach() => new(Backend, Shape, Buffer);

    /// <summary>Forgets the accumulated gradient and gives its buffer back.</summary>
    public void ZeroGrad()
    {
        Grad?.Dispose();
        Grad = null;
    }

    /// <summary>Gives the tensor's share of its buffer back; using the tensor afterwards throws.</summary>
    public void Dispose()
    {
        if (buffer is null) return;
        if (--buffer.References == 0) Backend.Release(buffer);
        buffer = null;
    }

    /// <summary>Copies the elements to the host.</summary>
    /// <exception cref="ArgumentException"><typeparamref name="E"/> is not the tensor's element type.</exception>
    public E[] ToArray<E>() where E : unmanaged
    {
        if (DTypes.Of<E>() != Type) throw new ArgumentException($"The tensor holds {Type}, not {typeof(E).Name}; read it as its own type or convert it.");
        var array = new E[Length];
        Backend.Download<E>(Buffer, array);
        return array;
    }

    /// <summary>The value of a tensor of one floating-point element.</summary>
    /// <exception cref="ShapeException">The tensor has another number of elements.</exception>
    public double Item()
    {
        if (Length != 1) throw new ShapeException("item", $"shape {Shape} holds {Length} elements", "Reduce the tensor to one element first");
        if (Floating("item", this) == DType.Float64)
        {
            double wide = 0;
            Backend.Download(Buffer, new Span<double>(ref wide));
            return wide;
        }
        float single = 0;
        Backend.Download(Buffer, new Span<float>(ref single));
        return single;
    }

    /// <summary>Replaces the elements by those of a tensor of the same shape and type, outside of the graph.</summary>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public void CopyFrom(Tensor source)
    {
        if (source.Shape != Shape || source.Type != Type)
            throw new ShapeException("copy", $"{source.Type} {source.Shape} does not fit {Type} {Shape}", "Shapes and types must be equal");
        int[] extents = [Length], steps = [1];
        Backend.Copy(LoopNest.Create(extents, steps, steps), source.Buffer, Buffer);
    }

    /// <summary>Replaces the elements by host values of the tensor's type, outside of the graph.</summary>
    public void CopyFrom<E>(ReadOnlySpan<E> values) where E : unmanaged
    {
        if (values.Length != Length || DTypes.Of<E>() != Type)
            throw new ShapeException("copy", $"{values.Length} values of {typeof(E).Name} do not fit {Type} {Shape}", "Give as many values as there are elements, of their type");
        Backend.Upload(values, Buffer);
    }

    /// <summary>Type and shape, such as <c>Float32 (2, 3)</c>.</summary>
    public override string ToString() => $"{Type} {Shape}";
}
