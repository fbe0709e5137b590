namespace Catapult.Kernels;

/// <summary>
/// A block of elements in a backend's memory, handed out by <see cref="Backend.Allocate"/> and given back with <see cref="Backend.Release"/>.
/// Buffers know nothing of shapes: kernels take the geometry beside them.
/// </summary>
public abstract class DeviceBuffer(DType type, int length)
{
    /// <summary>The element type.</summary>
    public DType Type { get; protected set; } = type;

    /// <summary>The number of elements.</summary>
    public int Length { get; protected set; } = length;

    /// <summary>How many tensors share the buffer; the engine gives it back when the count falls to zero.</summary>
    public int References { get; set; }
}
