using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

public abstract partial class BackendContract
{
    /// <summary>A handful of roundings and a reciprocal root, of the terms that <see cref="BatchNormSample"/> names.</summary>
    private const double BatchNormUlps = 16;

    private static readonly int[] Channels = [1, 3, 8, 10, 16, 33];

    [Test]
    public void ChannelMomentsOfEveryShape([Floats] DType type)
    {
        foreach (int channels in Channels)
            foreach (int rows in (int[])[1, 2, 3, 7, 8, 9, 31, 100, 300, 5000])
                CheckMoments(type, rows, channels, Samples.Uniform(1, rows * channels, -2, 3));
    }

    [Test]
    public void ChannelMomentsOfEveryLength([Floats] DType type)
    {
        foreach (int length in Lengths[1..])
        {
            CheckMoments(type, length, 3, Samples.Uniform(1, length * 3, -2, 3));
            CheckMoments(type, 3, length, Samples.Uniform(1, length * 3, -2, 3));
        }
    }

    [Test]
    public void ChannelMomentsKeepNaNInItsChannel([Floats] DType type)
    {
        foreach (var (rows, channels) in ((int, int)[])[(1, 1), (5, 3), (300, 17), (3, 33)])
            CheckMoments(type, rows, channels, Poisoned(rows * channels, double.NaN));
    }

    [Test]
    public void ChannelMomentsSurviveALargeOffset([Floats] DType type)
    {
        double spread = Math.Sqrt(3); // uniform numbers of variance 1
        foreach (int channels in Channels)
            foreach (int rows in (int[])[2, 257, 50_021 / channels])
                CheckMoments(type, rows, channels, Samples.Uniform(1, rows * channels, 1000 - spread, 1000 + spread));
    }

    [Test]
    public void BatchNormOfEveryShape([Floats] DType type, [Values] bool residual, [Values] bool relu)
    {
        foreach (int channels in Channels)
            foreach (int rows in (int[])[1, 2, 7, 64, channels == 10 ? 5000 : 300])
            {
                var sample = new BatchNormSample(rows, channels, residual);
                string what = $"batch norm of ({rows}, {channels})";
                if (relu) CheckBatchNorm(what, type, sample, new Relu());
                else CheckBatchNorm(what, type, sample, new Identity());
            }
    }

    [Test]
    public void BatchNormOfEveryLength([Floats] DType type)
    {
        foreach (int length in Lengths[1..])
            foreach (var (rows, channels) in ((int, int)[])[(length, 3), (3, length)])
            {
                var sample = new BatchNormSample(rows, channels, withResidual: true);
                CheckBatchNorm($"batch norm of ({rows}, {channels})", type, sample, new Relu());
                CheckBatchNormBackward($"batch norm backward of ({rows}, {channels})", type, sample, frozen: false, new ReluSlope());
            }
    }

    [Test]
    public void BatchNormBackwardOfEveryShape([Floats] DType type, [Values] bool residual, [Values] bool relu, [Values] bool frozen)
    {
        foreach (int channels in Channels)
            foreach (int rows in (int[])[1, 2, 7, 64, channels == 10 ? 5000 : 300])
            {
                var sample = new BatchNormSample(rows, channels, residual);
                string what = $"batch norm backward of ({rows}, {channels})";
                if (relu) CheckBatchNormBackward(what, type, sample, frozen, new ReluSlope());
                else CheckBatchNormBackward(what, type, sample, frozen, new Affine(0, 1));
            }
    }

    [Test]
    public void BatchNormInPlace([Floats] DType type, [Values] bool onResidual) => Check("batch norm in place", type, BatchNormUlps, rig =>
    {
        var operands = new BatchNormSample(67, 17, withResidual: true).Operands(rig);
        var y = onResidual ? operands.Residual! : operands.X;
        rig.Backend.BatchNorm(new(67, 17, BatchNormSample.Epsilon), new Relu(), operands, y);
        return [y];
    });

    [Test]
    public void BatchNormBackwardInPlace([Floats] DType type, [Values] bool frozen, [Values(0, 1, 2)] int place)
    {
        var sample = new BatchNormSample(67, 17, withResidual: true);
        CheckBatchNormBackward("batch norm backward in place", type, sample, frozen, new ReluSlope(), (operands, dy, gradients) => place switch
        {
            0 => gradients with { X = dy },
            1 => gradients with { Residual = dy },
            _ => gradients with { X = operands.X, Residual = operands.Residual },
        });
    }

    [Test]
    public void BatchNormKeepsNaNAndInfinityInTheirElement(
        [Floats] DType type, [Values] bool inResidual, [Values(double.NaN, double.PositiveInfinity, double.NegativeInfinity)] double value) =>
        Check($"batch norm with {value}", type, BatchNormUlps, rig =>
        {
            double[] poisoned = Poisoned(67 * 17, value);
            var operands = new BatchNormSample(67, 17, withResidual: true).Operands(rig);
            operands = inResidual ? operands with { Residual = rig.Operand(poisoned) } : operands with { X = rig.Operand(poisoned) };
            var y = rig.Target(poisoned.Length);
            rig.Backend.BatchNorm(new(67, 17, BatchNormSample.Epsilon), new Identity(), operands, y);
            return [y];
        });

    [Test]
    public void BatchNormBackwardKeepsNaNInItsChannel([Floats] DType type, [Values] bool frozen)
    {
        // A sum has as many terms, of about 1, as there are rows.
        const int Rows = 67, Channels = 17;
        Check("batch norm backward with NaN", type, Rows * SumUlps(Rows), rig =>
        {
            var operands = new BatchNormSample(Rows, Channels, withResidual: true).Operands(rig);
            var gradients = new BatchNormGradients(rig.Target(Rows * Channels), rig.Target(Rows * Channels), rig.Target(Channels), rig.Target(Channels));
            var dy = rig.Operand(Poisoned(Rows * Channels, double.NaN));
            rig.Backend.BatchNormBackward(new(Rows, Channels, BatchNormSample.Epsilon), new Affine(0, 1), operands, frozen, dy, gradients);
            return [gradients.X, gradients.Residual!, gradients.Gamma, gradients.Beta];
        });
    }

    [Test]
    public void BatchNormOfSharedOperands([Floats] DType type, [Values] bool inPlace) => Check("batch norm of shared operands", type, BatchNormUlps, rig =>
    {
        var operands = new BatchNormSample(67, 17, withResidual: true).Operands(rig);
        operands = operands with { Residual = operands.X, Beta = operands.Gamma };
        var y = inPlace ? operands.X : rig.Target(67 * 17);
        rig.Backend.BatchNorm(new(67, 17, BatchNormSample.Epsilon), new Identity(), operands, y);
        return [y];
    });

    private void CheckMoments(DType type, int rows, int channels, double[] x)
    {
        double largest = Magnitude(x), mean = SumUlps(rows) * largest;
        Check(
            $"moments of ({rows}, {channels})",
            type,
            rig =>
            {
                var (m, v) = (rig.Target(channels), rig.Target(channels));
                rig.Backend.ChannelMoments(rows, channels, rig.Operand(x), m, v);
                return [m, v];
            },
            (output, _, expected) => output == 0 ? mean : VarianceUlps(expected));

        // About a mean that is off by d, the variance is off by d². Merging blocks multiplies an ulp of their means by a deviation.
        double VarianceUlps(double variance) =>
            SumUlps(rows) * variance + mean * mean * Comparison.Epsilon(type) + largest * Math.Sqrt(variance);
    }

    private void CheckBatchNorm<O>(string what, DType type, BatchNormSample sample, O activation) where O : struct, IUnary => Check(
        what,
        type,
        rig =>
        {
            var y = rig.Target(sample.Geometry.Rows * sample.Geometry.Channels);
            rig.Backend.BatchNorm(sample.Geometry, activation, sample.Operands(rig), y);
            return [y];
        },
        (_, i, _) => BatchNormUlps * sample.Output(i));

    private void CheckBatchNormBackward<D>(
        string what,
        DType type,
        BatchNormSample sample,
        bool frozen,
        D slope,
        Func<BatchNormOperands, DeviceBuffer, BatchNormGradients, BatchNormGradients>? placed = null)
        where D : struct, IUnary
    {
        var (rows, channels, _) = sample.Geometry;
        Check(
            frozen ? $"{what}, frozen" : what,
            type,
            rig =>
            {
                var (operands, dy) = (sample.Operands(rig), sample.OutputGradient(rig));
                var gradients = new BatchNormGradients(
                    rig.Target(rows * channels), sample.HasResidual ? rig.Target(rows * channels) : null, rig.Target(channels), rig.Target(channels));
                gradients = placed?.Invoke(operands, dy, gradients) ?? gradients;
                rig.Backend.BatchNormBackward(sample.Geometry, slope, operands, frozen, dy, gradients);
                return [gradients.X, gradients.Gamma, gradients.Beta, .. gradients.Residual is null ? (DeviceBuffer[])[] : [gradients.Residual]];
            },
            (output, i, _) => output switch
            {
                0 => (BatchNormUlps + SumUlps(rows)) * sample.InputGradient(i),
                1 => SumUlps(rows) * sample.GammaGradient(i),
                2 => SumUlps(rows) * sample.BetaGradient(i),
                _ => BatchNormUlps * sample.ResidualGradient(i),
            });
    }
}
