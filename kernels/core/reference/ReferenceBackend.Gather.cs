namespace Catapult.Kernels;

public sealed partial class ReferenceBackend
{
    /// <inheritdoc/>
    public override void Gather(int width, DeviceBuffer x, DeviceBuffer indices, DeviceBuffer y)
    {
        double[] source = Read(x), target = new double[y.Length];
        int[] places = Elements<int>(indices);
        IndexErrors.ThrowIfOutOfRange("gather", places, x.Length / width);
        for (int i = 0; i < target.Length; i++) target[i] = source[places[i / width] * width + i % width];
        Write(y, target);
    }

    /// <inheritdoc/>
    public override void ScatterAdd(int blocks, int width, DeviceBuffer dy, DeviceBuffer indices, DeviceBuffer dx)
    {
        double[] slope = Read(dy), gradient = new double[dx.Length];
        int[] places = Elements<int>(indices);
        for (int i = 0; i < slope.Length; i++) gradient[places[i / width] * width + i % width] += slope[i];
        Write(dx, gradient);
    }
}
