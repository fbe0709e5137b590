namespace Catapult.Kernels;

internal sealed unsafe partial class CpuKernels<E, V>
{
    // A row costs an exponential a class, more than an elementwise operation does.
    private const int LossGrain = Grain / 2;

    /// <inheritdoc/>
    public override void SoftmaxCrossEntropy(CrossEntropyGeometry geometry, DeviceBuffer logits, DeviceBuffer labels, DeviceBuffer losses)
    {
        IndexErrors.ThrowIfOutOfRange("cross_entropy", new ReadOnlySpan<int>(At<int>(labels), geometry.Rows), geometry.Classes);
        int rowsInPart = Math.Max(1, LossGrain / geometry.Classes), parts = Parts(geometry.Rows, rowsInPart);
        workers.Run(parts, new CrossEntropyJob<E, V>(geometry, rowsInPart, At(logits), At<int>(labels), At(losses)));
    }

    /// <inheritdoc/>
    public override void SoftmaxCrossEntropyGradient(
        CrossEntropyGeometry geometry, DeviceBuffer logits, DeviceBuffer labels, DeviceBuffer dlosses, DeviceBuffer dlogits)
    {
        int rowsInPart = Math.Max(1, LossGrain / geometry.Classes), parts = Parts(geometry.Rows, rowsInPart);
        workers.Run(parts, new CrossEntropyGradientJob<E, V>(geometry, rowsInPart, At(logits), At<int>(labels), At(dlosses), At(dlogits)));
    }
}
