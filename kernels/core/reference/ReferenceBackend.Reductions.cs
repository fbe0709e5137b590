namespace Catapult.Kernels;

public sealed partial class ReferenceBackend
{
    /// <inheritdoc/>
    public override void Reduce<R>(R reduction, ReduceGeometry geometry, DeviceBuffer x, DeviceBuffer y)
    {
        var (outer, reduced, inner) = geometry;
        double[] elements = Read(x), results = new double[outer * inner];
        for (int o = 0; o < outer; o++)
            for (int i = 0; i < inner; i++)
            {
                var result = reduction.Identity<Lane64>();
                for (int r = 0; r < reduced; r++) result = reduction.Combine(result, new Lane64(elements[(o * reduced + r) * inner + i]));
                results[o * inner + i] = result.Value;
            }
        Write(y, results);
    }

    /// <inheritdoc/>
    public override void ArgMax(int rows, int columns, DeviceBuffer x, DeviceBuffer indices)
    {
        double[] elements = Read(x), winners = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            int winner = 0;
            for (int column = 1; column < columns; column++)
                if (Beats(elements[row * columns + column], elements[row * columns + winner])) winner = column;
            winners[row] = winner;
        }
        Write(indices, winners);
    }

    /// <inheritdoc/>
    public override void SumOfSquares(ReadOnlySpan<DeviceBuffer> buffers, DeviceBuffer y)
    {
        double sum = 0;
        foreach (var buffer in buffers)
            foreach (double x in Read(buffer)) sum += x * x;
        Write(y, [sum]);
    }

    /// <summary>Whether a later element displaces the largest so far: NaN is larger than all numbers, and the first among equals stays.</summary>
    private static bool Beats(double x, double largest) => x > largest || (double.IsNaN(x) && !double.IsNaN(largest));
}
