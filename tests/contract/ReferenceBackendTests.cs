using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The specification itself, held against sums by hand, closed forms, identities and differences.</summary>
public class ReferenceBackendTests
{
    private const double Rounding = 1e-13;
    private const double DifferenceTolerance = 1e-7;
    private readonly Rig rig = new(new ReferenceBackend(), DType.Float64);

    [Test]
    public void MatMulByHand()
    {
        // [1 2; 3 4] [5 6; 7 8], and the same from transposed storage.
        Assert.That(MatMul(new(1, 2, 2, 2, false, false, 0, 0), [1, 2, 3, 4], [5, 6, 7, 8]), Is.EqualTo((double[])[19, 22, 43, 50]));
        Assert.That(MatMul(new(1, 2, 2, 2, true, true, 0, 0), [1, 3, 2, 4], [5, 7, 6, 8]), Is.EqualTo((double[])[19, 22, 43, 50]));
        // A row times each of two columns (2, 1), the row being shared.
        Assert.That(MatMul(new(2, 1, 1, 2, false, false, 0, 2), [1, 10], [2, 3, 4, 5]), Is.EqualTo((double[])[32, 54]));
    }

    [Test]
    public void ConvolutionByHand()
    {
        // 2x2 kernel on a 3x3 image; then with stride 2 and padding 1, which leaves single corners.
        double[] image = [1, 2, 3, 4, 5, 6, 7, 8, 9], kernel = [1, 10, 100, 1000];
        Assert.That(Convolve(Geometry(stride: 1, padding: 0), image, kernel, [0.5]), Is.EqualTo((double[])[5421.5, 6532.5, 8754.5, 9865.5]));
        Assert.That(Convolve(Geometry(stride: 2, padding: 1), image, kernel, null), Is.EqualTo((double[])[1000, 3200, 7040, 9865]));

        static Conv2dGeometry Geometry(int stride, int padding) =>
            Conv2dGeometry.Create([1, 3, 3, 1], [1, 2, 2, 1], (stride, stride), (padding, padding));
    }

    [TestCase(1, 1, 0, 0)]
    [TestCase(2, 1, 1, 2)]
    [TestCase(3, 2, 2, 0)]
    public void ConvolutionGradientsAreAdjoint(int strideHeight, int strideWidth, int padHeight, int padWidth)
    {
        var geometry = Conv2dGeometry.Create([2, 7, 6, 3], [5, 3, 2, 3], (strideHeight, strideWidth), (padHeight, padWidth));
        double[] x = Samples.Uniform(1, geometry.InputShape.Size), w = Samples.Uniform(2, geometry.WeightShape.Size);
        double[] dy = Samples.Uniform(3, geometry.OutputShape.Size);
        double product = Dot(Convolve(geometry, x, w, null), dy);
        double[] dx = Result(x.Length, target => rig.Backend.Conv2dInputGradient(geometry, rig.Operand(dy), rig.Operand(w), target));
        double[] dw = Result(w.Length, target => rig.Backend.Conv2dWeightGradient(geometry, rig.Operand(x), rig.Operand(dy), target));
        Assert.That(Dot(dx, x), Is.EqualTo(product).Within(Rounding));
        Assert.That(Dot(dw, w), Is.EqualTo(product).Within(Rounding));
    }

    [Test]
    public void BatchNormByHand()
    {
        // One channel, mean 2, variance 1: -1 and 1, times 3, plus 0.5, plus the residual, rectified.
        Assert.That(Normalize(new Relu(), [1, 3], [0.25, 10]), Is.EqualTo((double[])[0, 13.5]));
        Assert.That(Normalize(new Identity(), [1, 3], null), Is.EqualTo((double[])[-2.5, 3.5]));

        double[] Normalize<O>(O activation, double[] x, double[]? residual) where O : struct, IUnary => Result(2, y => rig.Backend.BatchNorm(
            new(2, 1, 0), activation, Operands(x, residual, [2], [1], [3], [0.5]), y));
    }

    [Test]
    public void BatchNormBackwardAgreesWithDifferences([Values] bool frozen)
    {
        const int Rows = 5, Channels = 2;
        var geometry = new BatchNormGeometry(Rows, Channels, 1e-5);
        double[] x = Samples.Uniform(1, Rows * Channels), residual = Samples.Uniform(2, Rows * Channels), dy = Samples.Uniform(3, Rows * Channels);
        double[] gamma = [1.5, -0.5], beta = [0.25, 0.1];
        var (mean, variance) = Moments(x);
        var results = rig.Run(rig =>
        {
            var gradients = new BatchNormGradients(rig.Target(x.Length), rig.Target(x.Length), rig.Target(Channels), rig.Target(Channels));
            var operands = Operands(x, residual, mean, variance, gamma, beta);
            rig.Backend.BatchNormBackward(geometry, new Derivative<Softplus>(), operands, frozen, rig.Operand(dy), gradients);
            return [gradients.X, gradients.Residual!, gradients.Gamma, gradients.Beta];
        });
        double[][] variables = [x, residual, gamma, beta];
        for (int i = 0; i < variables.Length; i++) AssertSlopes(variables[i], results[i].Values, Loss);

        double Loss()
        {
            var (m, v) = frozen ? (mean, variance) : Moments(x);
            return Dot(dy, Result(x.Length, y => rig.Backend.BatchNorm(geometry, new Softplus(), Operands(x, residual, m, v, gamma, beta), y)));
        }

        (double[], double[]) Moments(double[] values)
        {
            var moments = rig.Run(rig =>
            {
                var (m, v) = (rig.Target(Channels), rig.Target(Channels));
                rig.Backend.ChannelMoments(Rows, Channels, rig.Operand(values), m, v);
                return [m, v];
            });
            return (moments[0].Values, moments[1].Values);
        }
    }

    [Test]
    public void CrossEntropyByFormula()
    {
        // Softmax of (0, ln 3) is (1/4, 3/4).
        double[] logits = [0, Math.Log(3)];
        Assert.That(Loss(0), Is.EqualTo(Math.Log(4 / 3.0)).Within(Rounding));
        Assert.That(Loss(0.2), Is.EqualTo(0.9 * Math.Log(4 / 3.0) + 0.1 * Math.Log(4)).Within(Rounding));
        double[] gradient = Result(2, target => rig.Backend.SoftmaxCrossEntropyGradient(
            new(1, 2, 0.2), rig.Operand(logits), rig.Indices([1]), rig.Operand([2]), target));
        Assert.That(gradient, Is.EqualTo((double[])[2 * (0.25 - 0.1), 2 * (0.75 - 0.9)]).Within(Rounding));

        double Loss(double smoothing) =>
            Result(1, losses => rig.Backend.SoftmaxCrossEntropy(new(1, 2, smoothing), rig.Operand(logits), rig.Indices([1]), losses))[0];
    }

    [Test]
    public void PoolingByHand()
    {
        // A 3x3 image, 3x3 windows of stride 2 with padding 1: four corners of four elements each.
        var geometry = Pool2dGeometry.Create("test", [1, 3, 3, 1], (3, 3), (2, 2), (1, 1));
        double[] image = [1, 1, double.NaN, -4, -5, -6, -7, -6, -6];
        var pooled = rig.Run(rig =>
        {
            var (y, indices) = (rig.Target(4), rig.Target(4, DType.Int32));
            rig.Backend.MaxPool2d(geometry, rig.Operand(image), y, indices);
            return [y, indices];
        });
        Assert.That(pooled[0].Values, Is.EqualTo((double[])[1, double.NaN, -4, -5]));
        Assert.That(pooled[1].Values, Is.EqualTo((double[])[0, 2, 3, 4]));
        double[] averages = Result(4, y => rig.Backend.AveragePool2d(geometry, rig.Operand([9, 0, 9, 0, 9, 0, 0, 0, 18]), y));
        Assert.That(averages, Is.EqualTo((double[])[2, 2, 1, 3]), "padding counts as zeros");
        double[] gradient = Result(9, dx => rig.Backend.AveragePool2dInputGradient(geometry, rig.Operand([9, 18, 27, 36]), dx));
        Assert.That(gradient, Is.EqualTo((double[])[1, 3, 2, 4, 10, 6, 3, 7, 4]));
        double[] scattered = Result(9, dx => rig.Backend.ScatterAdd(1, 1, rig.Operand([1, 2, 3, 4]), rig.Indices([4, 4, 0, 8]), dx));
        Assert.That(scattered, Is.EqualTo((double[])[3, 0, 0, 0, 3, 0, 0, 0, 4]));
    }

    [Test]
    public void LinesByHand()
    {
        // (2, 3, 1): two lines of three.
        var geometry = new ReduceGeometry(2, 3, 1);
        double[] sums = Result(6, y => rig.Backend.CumulativeSum(geometry, reverse: false, rig.Operand([1, 2, 3, -1, 0, 4]), y));
        Assert.That(sums, Is.EqualTo((double[])[1, 3, 6, -1, -1, 3]));
        double[] reversed = Result(6, y => rig.Backend.CumulativeSum(geometry, reverse: true, rig.Operand([1, 2, 3, -1, 0, 4]), y));
        Assert.That(reversed, Is.EqualTo((double[])[6, 5, 3, 3, 4, 4]));
        double[] softmax = Result(2, y => rig.Backend.Softmax(new(1, 2, 1), logarithm: false, rig.Operand([0, Math.Log(3)]), y));
        Assert.That(softmax, Is.EqualTo((double[])[0.25, 0.75]).Within(1e-15));
    }

    [Test]
    public void ChoicesByHand()
    {
        Assert.That(Result(4, y => rig.Backend.Gather(2, rig.Operand([1, 2, 3, 4, 5, 6]), rig.Indices([2, 0]), y)), Is.EqualTo((double[])[5, 6, 1, 2]));
        Assert.That(Result(4, dx => rig.Backend.ScatterAdd(1, 2, rig.Operand([1, 2, 3, 4]), rig.Indices([1, 1]), dx)), Is.EqualTo((double[])[0, 0, 4, 6]));
        double[] chosen = Result(3, y => rig.Backend.Select(rig.Operand([0, -2, double.NaN]), rig.Operand([1, 2, 3]), rig.Operand([4, 5, 6]), y));
        Assert.That(chosen, Is.EqualTo((double[])[4, 2, 3]));
    }

    [TestCase(3.5, true)]
    [TestCase(double.NaN, false)]
    [TestCase(double.PositiveInfinity, false)]
    public void UpdateByHand(double gate, bool isOpen)
    {
        // s = 0.5 s + g and w -= 0.25 s.
        var results = rig.Run(rig =>
        {
            var target = new UpdateTarget(rig.Operand([1, 2]), rig.Operand([4, 0]), rig.Operand([2, -8]), null, null);
            rig.Backend.Update<SampleRules.OneSlot>([0, 0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.25], [target], rig.Operand([gate]));
            return [target.Weights, target.Slot0!];
        });
        Assert.That(results[0].Values, Is.EqualTo(isOpen ? (double[])[-0.25, 3] : [1, 2]));
        Assert.That(results[1].Values, Is.EqualTo(isOpen ? (double[])[5, -4] : [2, -8]));
    }

    [Test]
    public void RandomNumbersFollowTheStream()
    {
        var stream = new RandomStream(5);
        double[] normal = Result(3, y => rig.Backend.Random(RandomDistribution.Normal, stream, 7, y));
        Assert.That(normal, Is.EqualTo((double[])[stream.Normal(3).Second, stream.Normal(4).First, stream.Normal(4).Second]));
        double[] singles = Result(3, y => rig.Backend.Random(RandomDistribution.Uniform, stream, 7, y), DType.Float32);
        Assert.That(singles, Is.EqualTo((double[])[stream.UniformSingle(7), stream.UniformSingle(8), stream.UniformSingle(9)]));
    }

    [Test]
    public void ResultsMustFillTheirBuffer() => Assert.That(
        () => rig.Backend.Unary(new Exp(), rig.Operand([1, 2]), rig.Target(3)),
        Throws.ArgumentException.With.Message.Contains("2 values").And.Message.Contains("3 elements"));

    private double[] MatMul(MatMulGeometry geometry, double[] a, double[] b) =>
        Result(geometry.Batch * geometry.M * geometry.N, y => rig.Backend.MatMul(geometry, rig.Operand(a), rig.Operand(b), y));

    private double[] Convolve(Conv2dGeometry geometry, double[] x, double[] w, double[]? bias) => Result(
        geometry.OutputShape.Size,
        y => rig.Backend.Conv2d(geometry, rig.Operand(x), rig.Operand(w), bias is null ? null : rig.Operand(bias), y));

    private BatchNormOperands Operands(double[] x, double[]? residual, double[] mean, double[] variance, double[] gamma, double[] beta) => new(
        rig.Operand(x),
        residual is null ? null : rig.Operand(residual),
        rig.Operand(mean),
        rig.Operand(variance),
        rig.Operand(gamma),
        rig.Operand(beta));

    private double[] Result(int length, Action<DeviceBuffer> kernel, DType type = DType.Float64) => rig.Run(rig =>
    {
        var target = rig.Target(length, type);
        kernel(target);
        return [target];
    })[0].Values;

    private static void AssertSlopes(double[] variables, double[] slopes, Func<double> loss)
    {
        const double Step = 1e-5;
        for (int i = 0; i < variables.Length; i++)
        {
            double value = variables[i];
            variables[i] = value + Step;
            double above = loss();
            variables[i] = value - Step;
            double below = loss();
            variables[i] = value;
            Assert.That(slopes[i], Is.EqualTo((above - below) / (2 * Step)).Within(DifferenceTolerance));
        }
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
