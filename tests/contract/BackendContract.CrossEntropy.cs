using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

public abstract partial class BackendContract
{
    /// <summary>An exponential, a logarithm and a sum over the classes, of the largest logit.</summary>
    private const double CrossEntropyUlps = 16;

    [Test]
    public void CrossEntropyOfEveryShape([Floats] DType type, [Values(0, 0.1, 1)] double smoothing)
    {
        foreach (int classes in (int[])[1, 2, 3, 7, 8, 9, 10, 16, 17, 33, 100, 1000])
            foreach (int rows in (int[])[0, 1, 5, 16])
                CheckCrossEntropy(type, new(rows, classes, smoothing), Samples.Uniform(1, rows * classes, -5, 5));
        CheckCrossEntropy(type, new(5003, 10, smoothing), Samples.Uniform(1, 50_030, -5, 5));
    }

    [Test]
    public void CrossEntropyOfEveryLength([Floats] DType type)
    {
        foreach (int length in Lengths) CheckCrossEntropy(type, new(length, 3, 0.1), Samples.Uniform(1, length * 3, -5, 5));
        foreach (int length in Lengths[1..]) CheckCrossEntropy(type, new(2, length, 0.1), Samples.Uniform(1, 2 * length, -5, 5));
    }

    [Test]
    public void CrossEntropySurvivesHugeLogits([Floats] DType type, [Values(0, 0.1)] double smoothing)
    {
        double[] choice = [1e4, -1e4, 0, 9_999, -9_999];
        foreach (int classes in (int[])[2, 10, 17])
            CheckCrossEntropy(type, new(40, classes, smoothing), [.. Samples.Below(choice.Length, 1, 40 * classes).Select(i => choice[i])]);
    }

    [Test]
    public void CrossEntropyKeepsNaNInItsRow([Floats] DType type)
    {
        foreach (int classes in (int[])[2, 10, 17])
        {
            double[] logits = Samples.Uniform(1, 5 * classes);
            (logits[classes], logits[4 * classes - 1]) = (double.NaN, double.PositiveInfinity);
            CheckCrossEntropy(type, new(5, classes, 0.1), logits);
        }
    }

    [Test]
    public void CrossEntropyOfMaskedClasses([Floats] DType type)
    {
        // Class 0 is masked by -infinity and is nobody's label.
        double[] logits = Samples.Uniform(1, 4 * 11);
        for (int row = 0; row < 4; row++) logits[row * 11] = double.NegativeInfinity;
        CheckCrossEntropy(type, new(4, 11, 0), logits, [1, 10, 5, 3]);
    }

    [Test]
    public void CrossEntropyGradientInPlace([Floats] DType type) => Check("gradient of cross-entropy in place", type, CrossEntropyUlps, rig =>
    {
        var logits = rig.Operand(Samples.Uniform(1, 37 * 10));
        var labels = rig.Indices(Samples.Below(10, 2, 37));
        rig.Backend.SoftmaxCrossEntropyGradient(new(37, 10, 0.1), logits, labels, rig.Operand(Samples.Uniform(3, 37)), logits);
        return [logits];
    });

    [Test]
    public void CrossEntropyNamesABadLabel([Values(-1, 10, int.MaxValue)] int label)
    {
        var buffers = new List<DeviceBuffer>();
        var (logits, labels, losses) = (Take(DType.Float32, 30), Take(DType.Int32, 3), Take(DType.Float32, 3));
        backend.Upload<float>(new float[30], logits);
        backend.Upload<int>([9, label, 0], labels);
        Assert.That(
            () =>
            {
                backend.SoftmaxCrossEntropy(new(3, 10, 0), logits, labels, losses);
                backend.Synchronize();
            },
            Throws.TypeOf<InputException>().With.Message.Contains($"{label}").And.Message.Contains("place 1").And.Message.Contains("0..9"));
        buffers.ForEach(backend.Release);

        DeviceBuffer Take(DType type, int length)
        {
            buffers.Add(backend.Allocate(type, length));
            return buffers[^1];
        }
    }

    private void CheckCrossEntropy(DType type, CrossEntropyGeometry geometry, double[] logits) =>
        CheckCrossEntropy(type, geometry, logits, Samples.Below(geometry.Classes, 2, geometry.Rows));

    private void CheckCrossEntropy(DType type, CrossEntropyGeometry geometry, double[] logits, int[] labels)
    {
        double largest = Magnitude(logits), ulps = CrossEntropyUlps + SumUlps(geometry.Classes);
        Check(
            $"cross-entropy {geometry}",
            type,
            rig =>
            {
                var losses = rig.Target(geometry.Rows);
                rig.Backend.SoftmaxCrossEntropy(geometry, rig.Operand(logits), rig.Indices(labels), losses);
                return [losses];
            },
            (_, _, _) => ulps * largest);
        Check($"gradient of cross-entropy {geometry}", type, ulps * Math.Min(largest, 8), rig =>
        {
            var dlogits = rig.Target(logits.Length);
            rig.Backend.SoftmaxCrossEntropyGradient(
                geometry, rig.Operand(logits), rig.Indices(labels), rig.Operand(Samples.Uniform(3, geometry.Rows)), dlogits);
            return [dlogits];
        });
    }
}
