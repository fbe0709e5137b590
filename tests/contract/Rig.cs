using Catapult.Kernels;

namespace Catapult.Tests;

/// <summary>
/// One backend under test: hands a kernel its operands, poisons its targets, collects the results as doubles, sees that no operand
/// was touched, and gives everything back to the pool, so that later runs meet used buffers.
/// </summary>
/// <param name="backend">The backend.</param>
/// <param name="type">The type of operands and targets, unless a call says otherwise.</param>
/// <param name="absolute">Whether operands lose their signs: a kernel that sums products then gives the magnitude of its rounding errors.</param>
internal sealed class Rig(Backend backend, DType type, bool absolute = false)
{
    private const int IntegerPoison = int.MinValue;
    private readonly List<(DeviceBuffer Buffer, double[] Values)> taken = [];

    /// <summary>The backend.</summary>
    public Backend Backend { get; } = backend;

    /// <summary>An operand: the values, rounded to its type.</summary>
    public DeviceBuffer Operand(double[] values, DType? ofType = null)
    {
        var buffer = Backend.Allocate(ofType ?? type, values.Length);
        taken.Add((buffer, Upload(buffer, absolute ? Array.ConvertAll(values, Math.Abs) : values)));
        return buffer;
    }

    /// <summary>Int32 labels or indices.</summary>
    public DeviceBuffer Indices(int[] values) => Operand(Array.ConvertAll(values, value => (double)value), DType.Int32);

    /// <summary>A target full of NaN, or of an integer that no kernel gives, so that an element left unwritten shows.</summary>
    public DeviceBuffer Target(int length, DType? ofType = null)
    {
        var buffer = Backend.Allocate(ofType ?? type, length);
        var poison = new double[length];
        Array.Fill(poison, buffer.Type == DType.Int32 ? IntegerPoison : double.NaN);
        taken.Add((buffer, Upload(buffer, poison)));
        return buffer;
    }

    /// <summary>Runs a kernel and returns what it left in the buffers that it names as its results, with their types.</summary>
    public (DType Type, double[] Values)[] Run(Func<Rig, DeviceBuffer[]> kernel)
    {
        var targets = kernel(this);
        (DType, double[])[] results = [.. targets.Select(target => (target.Type, Download(target)))];
        foreach (var (buffer, values) in taken.Where(operand => !targets.Contains(operand.Buffer)))
            Comparison.Same(values, Download(buffer), "An operand that the kernel should only read");
        foreach (var (buffer, _) in taken) Backend.Release(buffer);
        taken.Clear();
        return results;
    }

    private double[] Upload(DeviceBuffer buffer, double[] values)
    {
        if (buffer.Type == DType.Float64) return Upload(buffer, values, value => value);
        if (buffer.Type == DType.Float32) return Upload(buffer, values, value => (float)value);
        return Upload(buffer, values, value => (int)value);
    }

    private double[] Upload<E>(DeviceBuffer buffer, double[] values, Func<double, E> round) where E : unmanaged, IConvertible
    {
        var rounded = Array.ConvertAll(values, value => round(value));
        Backend.Upload<E>(rounded, buffer);
        return Array.ConvertAll(rounded, value => value.ToDouble(null));
    }

    private double[] Download(DeviceBuffer buffer) => buffer.Type switch
    {
        DType.Float64 => Download<double>(buffer),
        DType.Float32 => Download<float>(buffer),
        _ => Download<int>(buffer),
    };

    private double[] Download<E>(DeviceBuffer buffer) where E : unmanaged, IConvertible
    {
        var values = new E[buffer.Length];
        Backend.Download<E>(buffer, values);
        return Array.ConvertAll(values, value => value.ToDouble(null));
    }
}
