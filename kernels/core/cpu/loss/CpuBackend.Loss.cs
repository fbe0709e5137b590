namespace Catapult.Kernels;

public sealed unsafe partial class CpuBackend
{
    // A row costs an exponential a class, far more than an elementwise operation does.
    private const int LossGrain = Grain / 16;

    /// <inheritdoc/>
    public override void SoftmaxCrossEntropy(CrossEntropyGeometry geometry, DeviceBuffer logits, DeviceBuffer labels, DeviceBuffer losses)
    {
        IndexErrors.ThrowIfOutOfRange("cross_entropy", new ReadOnlySpan<int>(At<int>(labels), geometry.Rows), geometry.Classes);
        int rowsInPart = Math.Max(1, LossGrain / geometry.Classes), parts = Parts(geometry.Rows, rowsInPart);
        if (IsSingle(logits)) workers.Run(parts, new CrossEntropyJob<float>(geometry, rowsInPart, At<float>(logits), At<int>(labels), At<float>(losses)));
        else workers.Run(parts, new CrossEntropyJob<double>(geometry, rowsInPart, At<double>(logits), At<int>(labels), At<double>(losses)));
    }

    /// <inheritdoc/>
    public override void SoftmaxCrossEntropyGradient(
        CrossEntropyGeometry geometry, DeviceBuffer logits, DeviceBuffer labels, DeviceBuffer dlosses, DeviceBuffer dlogits)
    {
        int rowsInPart = Math.Max(1, LossGrain / geometry.Classes), parts = Parts(geometry.Rows, rowsInPart);
        if (IsSingle(logits))
            workers.Run(parts, new CrossEntropyGradientJob<float>(geometry, rowsInPart, At<float>(logits), At<int>(labels), At<float>(dlosses), At<float>(dlogits)));
        else
            workers.Run(parts, new CrossEntropyGradientJob<double>(geometry, rowsInPart, At<double>(logits), At<int>(labels), At<double>(dlosses), At<double>(dlogits)));
    }
}
