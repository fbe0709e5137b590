namespace Catapult.Kernels;

public sealed unsafe partial class CpuBackend
{
    /// <inheritdoc/>
    public override void MaxPool2d(Pool2dGeometry geometry, DeviceBuffer x, DeviceBuffer y, DeviceBuffer indices)
    {
        if (IsSingle(x)) workers.Run(geometry.Batch, new MaxPoolJob<float, Vec32>(geometry, At<float>(x), At<float>(y), At<int>(indices)));
        else workers.Run(geometry.Batch, new MaxPoolJob<double, Vec64>(geometry, At<double>(x), At<double>(y), At<int>(indices)));
    }

    /// <inheritdoc/>
    public override void MaxPool2dInputGradient(Pool2dGeometry geometry, DeviceBuffer dy, DeviceBuffer indices, DeviceBuffer dx)
    {
        int inLength = geometry.Height * geometry.Width * geometry.Channels, outLength = geometry.OutHeight * geometry.OutWidth * geometry.Channels;
        if (IsSingle(dy)) workers.Run(geometry.Batch, new ScatterAddJob<float>(inLength, outLength, At<float>(dy), At<int>(indices), At<float>(dx)));
        else workers.Run(geometry.Batch, new ScatterAddJob<double>(inLength, outLength, At<double>(dy), At<int>(indices), At<double>(dx)));
    }

    /// <inheritdoc/>
    public override void Gather(DeviceBuffer x, DeviceBuffer indices, DeviceBuffer y)
    {
        int parts = Parts(y.Length, Grain);
        if (x.Type.Size() == 4) workers.Run(parts, new GatherJob<uint>(At<uint>(x), At<int>(indices), At<uint>(y), y.Length, Grain));
        else workers.Run(parts, new GatherJob<ulong>(At<ulong>(x), At<int>(indices), At<ulong>(y), y.Length, Grain));
    }

    /// <inheritdoc/>
    public override void AveragePool2d(Pool2dGeometry geometry, DeviceBuffer x, DeviceBuffer y)
    {
        if (IsSingle(x)) workers.Run(geometry.Batch, new AveragePoolJob<float, Vec32>(geometry, At<float>(x), At<float>(y)));
        else workers.Run(geometry.Batch, new AveragePoolJob<double, Vec64>(geometry, At<double>(x), At<double>(y)));
    }

    /// <inheritdoc/>
    public override void AveragePool2dInputGradient(Pool2dGeometry geometry, DeviceBuffer dy, DeviceBuffer dx)
    {
        if (IsSingle(dy)) workers.Run(geometry.Batch, new AveragePoolGradientJob<float, Vec32>(geometry, At<float>(dy), At<float>(dx)));
        else workers.Run(geometry.Batch, new AveragePoolGradientJob<double, Vec64>(geometry, At<double>(dy), At<double>(dx)));
    }
}
