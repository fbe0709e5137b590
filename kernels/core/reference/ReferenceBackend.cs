namespace Catapult.Kernels;

/// <summary>
/// The specification that every other backend is tested against: each kernel in plain loops, as close to its formula as code can be.
/// A kernel reads its operands as doubles, computes in double, and rounds once, when it writes the result.
/// </summary>
public sealed partial class ReferenceBackend : Backend
{
    /// <inheritdoc/>
    public override string Name => "reference";

    /// <inheritdoc/>
    public override DeviceBuffer Allocate(DType type, int length) => new ReferenceBuffer(type, length);

    /// <inheritdoc/>
    public override void Release(DeviceBuffer buffer) { }

    /// <inheritdoc/>
    public override void Upload<E>(ReadOnlySpan<E> source, DeviceBuffer target) => source.CopyTo(Elements<E>(target));

    /// <inheritdoc/>
    public override void Download<E>(DeviceBuffer source, Span<E> target) => Elements<E>(source).AsSpan().CopyTo(target);

    /// <inheritdoc/>
    public override void Dispose() { }

    private static double[] Read(DeviceBuffer buffer) => ((ReferenceBuffer)buffer).Read();

    private static void Write(DeviceBuffer buffer, double[] values) => ((ReferenceBuffer)buffer).Write(values);

    private static E[] Elements<E>(DeviceBuffer buffer) where E : unmanaged => (E[])((ReferenceBuffer)buffer).Elements;
}
