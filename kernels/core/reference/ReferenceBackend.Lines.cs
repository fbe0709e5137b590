namespace Catapult.Kernels;

public sealed partial class ReferenceBackend
{
    /// <inheritdoc/>
    public override void CumulativeSum(ReduceGeometry geometry, bool reverse, DeviceBuffer x, DeviceBuffer y) => MapLines(geometry, x, y, line =>
    {
        var sums = new double[line.Length];
        double sum = 0;
        for (int i = 0; i < line.Length; i++)
        {
            int place = reverse ? line.Length - 1 - i : i;
            sums[place] = sum += line[place];
        }
        return sums;
    });

    /// <inheritdoc/>
    public override void Softmax(ReduceGeometry geometry, bool logarithm, DeviceBuffer x, DeviceBuffer y) => MapLines(geometry, x, y, line =>
    {
        double largest = line.Aggregate(double.NegativeInfinity, Math.Max), total = line.Sum(value => Math.Exp(value - largest));
        return Array.ConvertAll(line, value => logarithm ? value - largest - Math.Log(total) : Math.Exp(value - largest) / total);
    });

    /// <summary>Replaces each line along the middle axis by another of its length.</summary>
    private static void MapLines(ReduceGeometry geometry, DeviceBuffer x, DeviceBuffer y, Func<double[], double[]> map)
    {
        double[] elements = Read(x), results = new double[elements.Length];
        for (int line = 0; line < geometry.Outer * geometry.Inner; line++)
        {
            int start = line / geometry.Inner * geometry.Reduced * geometry.Inner + line % geometry.Inner;
            double[] mapped = map([.. Enumerable.Range(0, geometry.Reduced).Select(i => elements[start + i * geometry.Inner])]);
            for (int i = 0; i < mapped.Length; i++) results[start + i * geometry.Inner] = mapped[i];
        }
        Write(y, results);
    }
}
