namespace Catapult.Kernels;

public sealed partial class ReferenceBackend
{
    /// <inheritdoc/>
    public override void Fill(DeviceBuffer y, double value)
    {
        var values = new double[y.Length];
        Array.Fill(values, value);
        Write(y, values);
    }

    /// <inheritdoc/>
    public override void Convert(DeviceBuffer x, DeviceBuffer y) => Write(y, Read(x));

    /// <inheritdoc/>
    public override void Unary<O>(O f, DeviceBuffer x, DeviceBuffer y) => Write(y, Array.ConvertAll(Read(x), v => Evaluate(f, v)));

    /// <inheritdoc/>
    public override void Binary<O>(O f, in LoopNest nest, DeviceBuffer a, DeviceBuffer b, DeviceBuffer y)
    {
        double[] left = Read(a), right = Read(b);
        Write(y, [.. Places(nest).Select(place => f.F(new Lane64(left[place.A]), new Lane64(right[place.B])).Value)]);
    }

    /// <inheritdoc/>
    public override void Copy(in LoopNest nest, DeviceBuffer x, DeviceBuffer y)
    {
        double[] source = Read(x), target = Read(y);
        foreach (var (a, b) in Places(nest)) target[b] = source[a];
        Write(y, target);
    }

    /// <inheritdoc/>
    public override void Select(DeviceBuffer mask, DeviceBuffer a, DeviceBuffer b, DeviceBuffer y)
    {
        double[] conditions = Read(mask), yes = Read(a), no = Read(b);
        Write(y, [.. conditions.Select((condition, i) => condition != 0 ? yes[i] : no[i])]);
    }

    private static double Evaluate<O>(O f, double x) where O : struct, IUnary => f.F(new Lane64(x)).Value;

    private static IEnumerable<(int A, int B)> Places(LoopNest nest)
    {
        int inner = nest.Rank - 1, length = nest.Length;
        int trips = nest.Extents[inner], stepA = nest.StridesA[inner], stepB = nest.StridesB[inner];
        for (int i = 0; i < length; i++)
        {
            var (a, b) = nest.RowOffsets(i / trips);
            yield return (a + i % trips * stepA, b + i % trips * stepB);
        }
    }
}
