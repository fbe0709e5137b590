using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

public abstract partial class BackendContract
{
    /// <summary>Two exponentials or a logarithm, and a sum over the line, of numbers below 1 or logarithms of the size of the input.</summary>
    private const double SoftmaxUlps = 16;

    private static readonly ReduceGeometry[] LineShapes =
    [
        .. Samples.Orders(2, 3, 5).Concat(Samples.Orders(7, 11, 13)).Concat(Samples.Orders(1, 8, 33)).Select(order => new ReduceGeometry(order.A, order.B, order.C)),
        new(1, 1, 1), new(0, 3, 5), new(3, 5, 0), new(4001, 10, 1), new(2, 1031, 67),
    ];

    [Test]
    public void CumulativeSumsOfEveryShape([Floats] DType type, [Values] bool reverse)
    {
        foreach (var geometry in LineShapes) CheckCumulativeSum(type, geometry, reverse, Samples.Uniform(1, Size(geometry)));
        for (int length = 0; length <= LongestTail; length++) CheckCumulativeSum(type, new(2, length, 1), reverse, Samples.Uniform(1, 2 * length));
    }

    [Test]
    public void SoftmaxOfEveryShape([Floats] DType type, [Values] bool logarithm)
    {
        foreach (var geometry in LineShapes) CheckSoftmax(type, geometry, logarithm, Samples.Uniform(1, Size(geometry), -5, 5));
        for (int length = 1; length <= LongestTail; length++)
        {
            CheckSoftmax(type, new(2, length, 1), logarithm, Samples.Uniform(1, 2 * length, -5, 5));
            CheckSoftmax(type, new(1, 3, length), logarithm, Samples.Uniform(1, 3 * length, -300, 300));
        }
    }

    [Test]
    public void LinesKeepWhatIsNotFinite([Floats] DType type, [Values] bool along)
    {
        foreach (int length in (int[])[1, 2, 7, 9, 17])
            for (int place = 0; place < length; place++)
                foreach (double value in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity])
                {
                    double[] x = Samples.Uniform(1, 3 * length, -2, 2);
                    ReduceGeometry geometry = along ? new(3, length, 1) : new(1, length, 3);
                    x[along ? length + place : 3 * place + 1] = value;
                    CheckCumulativeSum(type, geometry, reverse: false, x);
                    CheckSoftmax(type, geometry, logarithm: false, x);
                    CheckSoftmax(type, geometry, logarithm: true, x);
                }
    }

    [Test]
    public void LinesInPlace([Floats] DType type, [Values] bool logarithm) => Check("softmax and sums in place", type, SoftmaxUlps * 5, rig =>
    {
        DeviceBuffer a = rig.Operand(Samples.Uniform(1, 5 * 37, -5, 5)), b = rig.Operand(Samples.Uniform(2, 5 * 37));
        rig.Backend.Softmax(new(5, 37, 1), logarithm, a, a);
        rig.Backend.CumulativeSum(new(1, 5, 37), reverse: true, b, b);
        return [a, b];
    });

    /// <summary>An exponential may round a whole vector in another way for the sake of one element, so stale memory must not be part of one.</summary>
    [Test]
    public void SoftmaxIsBlindToWhatLiesBehindItsOperand([Floats] DType type)
    {
        const int Length = 213, Behind = 7;
        double[] x = Samples.Uniform(1, Length, -300, 300);
        double[] Beside(double stale)
        {
            DeviceBuffer earlier = backend.Allocate(type, Length + Behind);
            backend.Fill(earlier, stale);
            backend.Release(earlier);
            return new Rig(backend, type).Run(rig =>
            {
                var y = rig.Operand(x);
                rig.Backend.Softmax(new(1, 3, Length / 3), logarithm: false, y, y);
                return [y];
            })[0].Values;
        }
        SkipUnsupported(type);
        Comparison.Same(Beside(0), Beside(-1e4), "softmax beside other numbers");
    }

    private void CheckCumulativeSum(DType type, ReduceGeometry geometry, bool reverse, double[] x) => CheckSum($"cumulative sum of {geometry}", type, 1, rig =>
    {
        var y = rig.Target(x.Length);
        rig.Backend.CumulativeSum(geometry, reverse, rig.Operand(x), y);
        return [y];
    });

    private void CheckSoftmax(DType type, ReduceGeometry geometry, bool logarithm, double[] x)
    {
        double ulps = SoftmaxUlps + SumUlps(geometry.Reduced);
        Check($"{(logarithm ? "log-" : "")}softmax of {geometry}", type, ulps * (logarithm ? Magnitude(x) : 1), rig =>
        {
            var y = rig.Target(x.Length);
            rig.Backend.Softmax(geometry, logarithm, rig.Operand(x), y);
            return [y];
        });
    }
}
