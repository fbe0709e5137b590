namespace Catapult.Kernels;

public sealed partial class ReferenceBackend
{
    /// <inheritdoc/>
    public override void Conv2d(Conv2dGeometry geometry, DeviceBuffer x, DeviceBuffer w, DeviceBuffer? bias, DeviceBuffer y)
    {
        double[] input = Read(x), weights = Read(w), output = new double[geometry.OutputShape.Size];
        foreach (var tap in Taps(geometry)) output[tap.Output] += input[tap.Input] * weights[tap.Weight];
        if (bias is not null)
        {
            double[] shift = Read(bias);
            for (int i = 0; i < output.Length; i++) output[i] += shift[i % shift.Length];
        }
        Write(y, output);
    }

    /// <inheritdoc/>
    public override void Conv2dInputGradient(Conv2dGeometry geometry, DeviceBuffer dy, DeviceBuffer w, DeviceBuffer dx)
    {
        double[] slope = Read(dy), weights = Read(w), gradient = new double[geometry.InputShape.Size];
        foreach (var tap in Taps(geometry)) gradient[tap.Input] += slope[tap.Output] * weights[tap.Weight];
        Write(dx, gradient);
    }

    /// <inheritdoc/>
    public override void Conv2dWeightGradient(Conv2dGeometry geometry, DeviceBuffer x, DeviceBuffer dy, DeviceBuffer dw)
    {
        double[] input = Read(x), slope = Read(dy), gradient = new double[geometry.WeightShape.Size];
        foreach (var tap in Taps(geometry)) gradient[tap.Weight] += input[tap.Input] * slope[tap.Output];
        Write(dw, gradient);
    }

    /// <summary>
    /// Every product of the convolution, as the places of its input element, its weight and the output element that it adds to.
    /// The convolution and its two gradients are this one list, summed by a different one of the three.
    /// </summary>
    private static IEnumerable<(int Input, int Weight, int Output)> Taps(Conv2dGeometry g)
    {
        foreach (var (n, h, w, oh, ow, kh, kw) in WindowPlaces(
            g.Batch,
            (g.Height, g.Width),
            (g.OutHeight, g.OutWidth),
            (g.KernelHeight, g.KernelWidth),
            (g.StrideHeight, g.StrideWidth),
            (g.PadHeight, g.PadWidth),
            (g.DilationHeight, g.DilationWidth)))
        {
            int input = ((n * g.Height + h) * g.Width + w) * g.InChannels;
            int output = ((n * g.OutHeight + oh) * g.OutWidth + ow) * g.OutChannels;
            for (int o = 0; o < g.OutChannels; o++)
                for (int c = 0; c < g.InGroup; c++)
                    yield return (input + o / g.OutGroup * g.InGroup + c, ((o * g.KernelHeight + kh) * g.KernelWidth + kw) * g.InGroup + c, output + o);
        }
    }
}
