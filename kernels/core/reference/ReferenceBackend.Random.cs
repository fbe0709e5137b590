namespace Catapult.Kernels;

public sealed partial class ReferenceBackend
{
    /// <inheritdoc/>
    public override void Random(RandomDistribution distribution, RandomStream stream, ulong start, DeviceBuffer y)
    {
        var values = new double[y.Length];
        for (int i = 0; i < values.Length; i++) values[i] = Draw(distribution, stream, start + (ulong)i, y.Type);
        Write(y, values);
    }

    /// <summary>A float's uniform number has 24 bits of its own: rounding one of 53 could give 1. Normal numbers come in pairs.</summary>
    private static double Draw(RandomDistribution distribution, RandomStream stream, ulong index, DType type)
    {
        if (distribution == RandomDistribution.Uniform) return type == DType.Float32 ? stream.UniformSingle(index) : stream.Uniform(index);
        var (first, second) = stream.Normal(index / 2);
        return index % 2 == 0 ? first : second;
    }
}
