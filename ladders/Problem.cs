using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>One instance of what a ladder's rungs solve: operands, room for the results, and what these should be.</summary>
public abstract class Problem : IDisposable
{
    // Half the distance from 1 to the next float: the rounding error of one operation.
    private const double Rounding = 1.0 / (1 << 24);

    /// <summary>The shape, for messages.</summary>
    public abstract string Shape { get; }

    /// <summary>How many roundings a result may carry, each of the size of its <see cref="Magnitudes"/>; see <see cref="SumRoundings"/>.</summary>
    protected abstract double Roundings { get; }

    /// <summary>Puts operands that rungs change back to what they were, and spoils the results of the rung before.</summary>
    public abstract void Restore();

    /// <summary>The result that is furthest off.</summary>
    public Deviation Worst()
    {
        float[] results = Results();
        double[] expected = Expected(), magnitudes = Magnitudes(expected);
        var worst = new Deviation(0, 0, 0, 0);
        for (int i = 0; i < expected.Length; i++)
        {
            double difference = Math.Abs(results[i] - expected[i]), error = difference / (Roundings * Rounding * magnitudes[i]);
            if (difference == 0) continue;
            if (double.IsNaN(error)) return new(double.PositiveInfinity, i, results[i], expected[i]);
            if (error > worst.Error) worst = new(error, i, results[i], expected[i]);
        }
        return worst;
    }

    /// <summary>What the last rung left.</summary>
    public abstract float[] Results();

    /// <summary>Waits until what the last rung queued is done.</summary>
    public virtual void Wait() { }

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>What the reference backend makes of the operands, in double.</summary>
    protected abstract double[] Expected();

    /// <summary>The size of the largest intermediate of each result, to which its rounding error is in proportion.</summary>
    protected abstract double[] Magnitudes(double[] expected);

    /// <summary>
    /// How far rounding errors of a sum of so many random terms drift, in roundings of the sum of their magnitudes: they walk at random. The bound that holds for
    /// any terms grows with their number, and would let wrong results pass.
    /// </summary>
    protected static double SumRoundings(int terms) => 16 + 4 * Math.Sqrt(terms);

    /// <summary>Runs a kernel of the reference backend on doubles.</summary>
    /// <param name="length">How many results it writes.</param>
    /// <param name="kernel">Calls it; the first argument makes an operand.</param>
    protected static double[] Specify(int length, Action<ReferenceBackend, Func<float[], DeviceBuffer>, DeviceBuffer> kernel)
    {
        using var reference = new ReferenceBackend();
        DeviceBuffer results = reference.Allocate(DType.Float64, length);
        kernel(reference, x => ToDouble(reference, x), results);
        return FromDouble(reference, results);
    }

    /// <summary>The numbers as doubles in the reference's memory.</summary>
    protected static DeviceBuffer ToDouble(ReferenceBackend reference, float[] x)
    {
        DeviceBuffer buffer = reference.Allocate(DType.Float64, x.Length);
        reference.Upload<double>(Array.ConvertAll(x, value => (double)value), buffer);
        return buffer;
    }

    /// <summary>The doubles of the reference's memory.</summary>
    protected static double[] FromDouble(ReferenceBackend reference, DeviceBuffer buffer)
    {
        double[] values = new double[buffer.Length];
        reference.Download<double>(buffer, values);
        return values;
    }

    /// <summary>The numbers without their signs: a sum of products of these is the magnitude of the rounding errors.</summary>
    protected static float[] Absolute(float[] x) => Array.ConvertAll(x, Math.Abs);
}
