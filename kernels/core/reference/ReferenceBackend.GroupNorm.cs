namespace Catapult.Kernels;

public sealed partial class ReferenceBackend
{
    /// <inheritdoc/>
    public override void GroupNorm(GroupNormGeometry geometry, DeviceBuffer x, DeviceBuffer gamma, DeviceBuffer beta, DeviceBuffer y)
    {
        double[] scale = Read(gamma), shift = Read(beta), normalized = Normalize(geometry, Read(x)).Normalized;
        Write(y, [.. normalized.Select((h, i) => h * scale[i % geometry.Channels] + shift[i % geometry.Channels])]);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// With h the normalized x, r = 1 / sqrt(variance + epsilon) and dh = dy gamma: dbeta = sum dy and dgamma = sum dy h by channel, and
    /// dx = r (dh - mean dh - h mean(dh h)), means over the group.
    /// </remarks>
    public override void GroupNormBackward(
        GroupNormGeometry geometry, DeviceBuffer x, DeviceBuffer gamma, DeviceBuffer dy, DeviceBuffer dx, DeviceBuffer dgamma, DeviceBuffer dbeta)
    {
        double[] slope = Read(dy), scale = Read(gamma), gradient = new double[slope.Length];
        double[] gammas = new double[geometry.Channels], betas = new double[geometry.Channels];
        var (h, roots) = Normalize(geometry, Read(x));
        for (int i = 0; i < slope.Length; i++)
        {
            gammas[i % geometry.Channels] += slope[i] * h[i];
            betas[i % geometry.Channels] += slope[i];
        }
        foreach (int[] group in Groups(geometry))
        {
            double mean = group.Sum(i => slope[i] * scale[i % geometry.Channels]) / group.Length;
            double product = group.Sum(i => slope[i] * scale[i % geometry.Channels] * h[i]) / group.Length;
            foreach (int i in group) gradient[i] = roots[i] * (slope[i] * scale[i % geometry.Channels] - mean - h[i] * product);
        }
        Write(dx, gradient);
        Write(dgamma, gammas);
        Write(dbeta, betas);
    }

    /// <summary>h = (x - mean) r of each element, and r = 1 / sqrt(variance + epsilon) of its group.</summary>
    private static (double[] Normalized, double[] Roots) Normalize(GroupNormGeometry geometry, double[] x)
    {
        double[] normalized = new double[x.Length], roots = new double[x.Length];
        foreach (int[] group in Groups(geometry))
        {
            double mean = group.Average(i => x[i]), root = 1 / Math.Sqrt(group.Average(i => Math.Pow(x[i] - mean, 2)) + geometry.Epsilon);
            foreach (int i in group) (normalized[i], roots[i]) = ((x[i] - mean) * root, root);
        }
        return (normalized, roots);
    }

    /// <summary>The places of the elements of each group of each image.</summary>
    private static IEnumerable<int[]> Groups(GroupNormGeometry g) => g.Pixels == 0 ? [] : Enumerable.Range(0, g.Images * g.Pixels * g.Channels)
        .GroupBy(i => (i / (g.Pixels * g.Channels), i % g.Channels / g.Width))
        .Select(group => group.ToArray());
}
