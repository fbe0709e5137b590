using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

public abstract partial class BackendContract
{
    private static readonly ReduceGeometry[] Reductions =
    [
        .. Samples.Orders(2, 3, 5).Concat(Samples.Orders(7, 11, 13)).Concat(Samples.Orders(1, 8, 33)).Concat(Samples.Orders(1, 17, 257))
            .Select(order => new ReduceGeometry(order.A, order.B, order.C)),
        new(1, 1, 1), new(3, 0, 5), new(0, 3, 5), new(3, 5, 0), new(1, Long, 1), new(1, 20_011, 3),
        new(3, 20_011, 1), new(20_011, 3, 1), new(3, 2, 20_011), new(2, 1031, 67),
    ];

    /// <summary>Every length along each of the three axes; rows of one element, which are contiguous, apart.</summary>
    private static readonly ReduceGeometry[] ReductionsOfEveryLength =
        [.. Lengths.SelectMany(length => (ReduceGeometry[])[new(length, 3, 2), new(2, length, 3), new(2, length, 1), new(3, 2, length)])];

    [Test]
    public void ReadsLaterWhatWasThereAtTheCall()
    {
        DeviceBuffer x = backend.Allocate(DType.Float64, 1);
        backend.Fill(x, 1.5);
        Func<double> first = backend.ReadLater(x);
        backend.Fill(x, -2.25);
        Func<double> second = backend.ReadLater(x);
        backend.Fill(x, 0);
        backend.Release(x);
        Assert.That((second(), first()), Is.EqualTo((-2.25, 1.5)));
    }

    [Test]
    public void SumsTheMiddleAxis([Floats] DType type)
    {
        foreach (var geometry in Reductions.Concat(ReductionsOfEveryLength))
            CheckSum($"sum of {geometry}", type, geometry.Reduced, rig => Reduce(rig, new Sum(), geometry, Samples.Uniform(1, Size(geometry))));
    }

    [Test]
    public void FindsTheLargest([Floats] DType type)
    {
        foreach (var geometry in Reductions.Concat(ReductionsOfEveryLength))
            Check($"largest of {geometry}", type, 0, rig => Reduce(rig, new Largest(), geometry, Samples.Uniform(1, Size(geometry), -2, -1)));
    }

    [Test]
    public void ReductionsPropagateNaNAndInfinity([Floats] DType type)
    {
        foreach (int length in (int[])[1, 2, 7, 16, 37, 300])
            for (int place = 0; place < length; place += 1 + length / 7)
                foreach (double value in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity])
                {
                    double[] x = Samples.Uniform(1, 3 * length);
                    x[length + place] = value;
                    var (rows, columns) = (new ReduceGeometry(3, length, 1), new ReduceGeometry(1, length, 3));
                    string what = $"{value} at {place} of {length}";
                    CheckSum($"sum of rows, {what}", type, length, rig => Reduce(rig, new Sum(), rows, x));
                    CheckSum($"sum of columns, {what}", type, length, rig => Reduce(rig, new Sum(), columns, x));
                    Check($"largest of rows, {what}", type, 0, rig => Reduce(rig, new Largest(), rows, x));
                    Check($"largest of columns, {what}", type, 0, rig => Reduce(rig, new Largest(), columns, x));
                }
    }

    [Test]
    public void ArgMaxTakesTheFirstAmongEqualsAndNaNAsLargest([Floats] DType type)
    {
        foreach (int rows in Lengths) CheckArgMax(type, rows, 3, Samples.Grid(1, 3 * rows));
        foreach (int columns in Lengths[1..]) CheckArgMax(type, 5, columns, Samples.Grid(columns, 5 * columns));
        CheckArgMax(type, 1013, 10, Samples.Uniform(1, 10130));
        CheckArgMax(type, 2, Long, Samples.Grid(1, 2 * Long));
        double nan = double.NaN, inf = double.PositiveInfinity;
        double[] edges =
        [
            1, nan, 3, nan,
            nan, nan, 0, 1,
            -inf, -inf, -inf, -inf,
            inf, nan, inf, 0,
            inf, 0, inf, 0,
            0, -0.0, 0, 0,
            -0.0, 0, 0, nan,
        ];
        CheckArgMax(type, 7, 4, edges);
    }

    [Test]
    public void SumOfSquaresAccumulatesInDouble([Floats] DType type)
    {
        double[][] buffers = [[], [3], Samples.Uniform(1, 7), Samples.Uniform(2, 257), Samples.Uniform(3, Long), [], Samples.Uniform(4, 33)];
        foreach (int length in Lengths) CheckSquares($"{length} elements", [Samples.Uniform(1, length)]);
        CheckSquares("ragged buffers", buffers);
        CheckSquares("squares beyond float", [[1e30, -1e30], [1e-30]]);
        CheckSquares("nothing", []);
        CheckSquares("infinity", [[1], [double.NegativeInfinity, 2]]);
        CheckSquares("NaN", [[1], [2, double.NaN]]);

        void CheckSquares(string what, double[][] values) => CheckSum($"sum of squares, {what}", type, values.Sum(part => part.Length), rig =>
            SumOfSquares(rig, [.. values.Select(part => rig.Operand(part))]));
    }

    [Test]
    public void SumOfSquaresCountsABufferAsOftenAsItIsNamed([Floats] DType type) => CheckSum("sum of squares, one buffer twice", type, 2 * 37, rig =>
    {
        var x = rig.Operand(Samples.Uniform(1, 37));
        return SumOfSquares(rig, [x, x]);
    });

    private static DeviceBuffer[] SumOfSquares(Rig rig, DeviceBuffer[] buffers)
    {
        var y = rig.Target(1, DType.Float64);
        rig.Backend.SumOfSquares(buffers, y);
        return [y];
    }

    private void CheckArgMax(DType type, int rows, int columns, double[] x) => Check($"argmax of {rows} rows of {columns}", type, 0, rig =>
    {
        var indices = rig.Target(rows, DType.Int32);
        rig.Backend.ArgMax(rows, columns, rig.Operand(x), indices);
        return [indices];
    });

    private static DeviceBuffer[] Reduce<R>(Rig rig, R reduction, ReduceGeometry geometry, double[] x) where R : struct, IReduction
    {
        var y = rig.Target(geometry.Outer * geometry.Inner);
        rig.Backend.Reduce(reduction, geometry, rig.Operand(x), y);
        return [y];
    }

    private static int Size(ReduceGeometry geometry) => geometry.Outer * geometry.Reduced * geometry.Inner;
}
