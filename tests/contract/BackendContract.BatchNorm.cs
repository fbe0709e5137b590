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

    private void CheckMoments(DType type, int rows, int channels, double[] x)
    {
        double largest = x.Max(Math.Abs), mean = SumUlps(rows) * largest;
        // About a mean that is off by d, the variance is off by d². Merging blocks multiplies an ulp of their means by a deviation.
        Check(
            $"moments of ({rows}, {channels})",
            type,
            rig =>
            {
                var (m, v) = (rig.Target(channels), rig.Target(channels));
                rig.Backend.ChannelMoments(rows, channels, rig.Operand(x), m, v);
                return [m, v];
            },
            (output, _, expected) => output == 0 ? mean : SumUlps(rows) * expected + mean * mean * Comparison.Epsilon(type) + largest * Math.Sqrt(expected));
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

    private void CheckBatchNormBackward<D>(string what, DType type, BatchNormSample sample, bool frozen, D slope) where D : struct, IUnary
    {
        var (rows, channels, _) = sample.Geometry;
        Check(
            frozen ? $"{what}, frozen" : what,
            type,
            rig =>
            {
                var (dx, dgamma, dbeta) = (rig.Target(rows * channels), rig.Target(channels), rig.Target(channels));
                var dresidual = sample.HasResidual ? rig.Target(rows * channels) : null;
                var operands = sample.Operands(rig);
                rig.Backend.BatchNormBackward(sample.Geometry, slope, operands, frozen, sample.OutputGradient(rig), new(dx, dresidual, dgamma, dbeta));
                return dresidual is null ? [dx, dgamma, dbeta] : [dx, dgamma, dbeta, dresidual];
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
