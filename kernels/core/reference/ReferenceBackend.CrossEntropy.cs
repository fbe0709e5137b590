namespace Catapult.Kernels;

public sealed partial class ReferenceBackend
{
    /// <inheritdoc/>
    /// <remarks>
    /// sum over c of target(c) (log sum exp(logits) - logit(c)); a class of no weight adds nothing, even where its logit is -infinity.
    /// </remarks>
    public override void SoftmaxCrossEntropy(CrossEntropyGeometry geometry, DeviceBuffer logits, DeviceBuffer labels, DeviceBuffer losses)
    {
        double[] scores = Read(logits), results = new double[geometry.Rows];
        int[] classes = Labels(geometry, labels);
        for (int row = 0; row < geometry.Rows; row++)
        {
            var ofRow = scores.AsSpan(row * geometry.Classes, geometry.Classes);
            (double largest, double sum) = SumExp(ofRow);
            double total = largest + Math.Log(sum);
            for (int c = 0; c < geometry.Classes; c++)
            {
                double weight = Target(geometry, classes[row], c);
                if (weight != 0) results[row] += weight * (total - ofRow[c]);
            }
        }
        Write(losses, results);
    }

    /// <inheritdoc/>
    public override void SoftmaxCrossEntropyGradient(
        CrossEntropyGeometry geometry, DeviceBuffer logits, DeviceBuffer labels, DeviceBuffer dlosses, DeviceBuffer dlogits)
    {
        double[] scores = Read(logits), slope = Read(dlosses), gradient = new double[scores.Length];
        int[] classes = Labels(geometry, labels);
        for (int row = 0; row < geometry.Rows; row++)
        {
            int start = row * geometry.Classes;
            (double largest, double sum) = SumExp(scores.AsSpan(start, geometry.Classes));
            for (int c = 0; c < geometry.Classes; c++)
                gradient[start + c] = (Math.Exp(scores[start + c] - largest) / sum - Target(geometry, classes[row], c)) * slope[row];
        }
        Write(dlogits, gradient);
    }

    private static double Target(CrossEntropyGeometry geometry, int label, int c) =>
        (c == label ? 1 - geometry.Smoothing : 0) + geometry.Smoothing / geometry.Classes;

    /// <summary>The largest of x, and the sum of e^(x - largest), in which nothing overflows.</summary>
    private static (double Largest, double Sum) SumExp(ReadOnlySpan<double> x)
    {
        double largest = double.NegativeInfinity, sum = 0;
        foreach (double value in x) largest = Math.Max(largest, value);
        foreach (double value in x) sum += Math.Exp(value - largest);
        return (largest, sum);
    }

    private static int[] Labels(CrossEntropyGeometry geometry, DeviceBuffer labels)
    {
        int[] classes = Elements<int>(labels);
        IndexErrors.ThrowIfOutOfRange("cross_entropy", classes, geometry.Classes);
        return classes;
    }
}
