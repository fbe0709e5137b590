namespace Catapult.Kernels;

public sealed partial class ReferenceBackend
{
    private const int Nowhere = -1;

    /// <inheritdoc/>
    public override void MaxPool2d(Pool2dGeometry geometry, DeviceBuffer x, DeviceBuffer y, DeviceBuffer indices)
    {
        double[] input = Read(x);
        int[] winners = new int[geometry.OutputShape.Size];
        Array.Fill(winners, Nowhere);
        foreach (var (place, output) in WindowElements(geometry))
            if (winners[output] == Nowhere || Beats(input[place], input[winners[output]])) winners[output] = place;
        Write(y, Array.ConvertAll(winners, winner => input[winner]));
        Write(indices, Array.ConvertAll(winners, winner => (double)winner));
    }

    /// <inheritdoc/>
    public override void AveragePool2d(Pool2dGeometry geometry, DeviceBuffer x, DeviceBuffer y)
    {
        double[] input = Read(x), sums = new double[geometry.OutputShape.Size];
        foreach (var (place, output) in WindowElements(geometry)) sums[output] += input[place];
        Write(y, Array.ConvertAll(sums, sum => sum / (geometry.KernelHeight * geometry.KernelWidth)));
    }

    /// <inheritdoc/>
    public override void AveragePool2dInputGradient(Pool2dGeometry geometry, DeviceBuffer dy, DeviceBuffer dx)
    {
        double[] slope = Read(dy), sums = new double[geometry.InputShape.Size];
        foreach (var (place, output) in WindowElements(geometry)) sums[place] += slope[output];
        Write(dx, Array.ConvertAll(sums, sum => sum / (geometry.KernelHeight * geometry.KernelWidth)));
    }

    /// <summary>Every input element of every window, as its place and that of the window's output; a window's elements come in row-major order.</summary>
    private static IEnumerable<(int Input, int Output)> WindowElements(Pool2dGeometry g)
    {
        foreach (var (n, h, w, oh, ow, _, _) in WindowPlaces(
            g.Batch,
            (g.Height, g.Width),
            (g.OutHeight, g.OutWidth),
            (g.KernelHeight, g.KernelWidth),
            (g.StrideHeight, g.StrideWidth),
            (g.PadHeight, g.PadWidth),
            (1, 1)))
        {
            int input = ((n * g.Height + h) * g.Width + w) * g.Channels;
            int output = ((n * g.OutHeight + oh) * g.OutWidth + ow) * g.Channels;
            for (int c = 0; c < g.Channels; c++) yield return (input + c, output + c);
        }
    }
}
