using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>The softmax cross-entropy of each row: log sum exp(logits) - (1 - s) logit of the label - s mean of the logits, s being the label smoothing.</summary>
internal sealed unsafe class CrossEntropyProblem : CpuProblem
{
    // As wide as the logits of a net in training.
    private const double Spread = 4;

    private readonly DeviceBuffer logits, labels, losses;

    public CrossEntropyProblem(CpuBackend engine, int rows, int classes, double smoothing = 0) : base(engine)
    {
        G = new(rows, classes, smoothing);
        (logits, labels, losses) = (Normal(rows * classes), Empty(DType.Int32, rows), Empty(rows));
        engine.Unary(new Scale(Spread), logits, logits);
        // A stride that meets all classes, the first and the last among them.
        engine.Upload<int>([.. Enumerable.Range(0, rows).Select(row => (classes - 1 + 7 * row) % classes)], labels);
    }

    /// <summary>Rows, classes and smoothing.</summary>
    public CrossEntropyGeometry G { get; }

    public float* Logits => At(logits);

    public int* Labels => ((CpuBuffer)labels).As<int>();

    public float* Losses => At(losses);

    public override string Shape => $"{G.Rows} rows of {G.Classes} classes, smoothing {G.Smoothing}";

    /// <summary>Half an ulp for each of the few steps behind the sum, and as many for an exponential's own error.</summary>
    protected override double Roundings => 16;

    /// <summary>The loss of a row from log sum exp of its logits.</summary>
    public float Loss(int row, double logSum)
    {
        float* x = Logits + (nint)row * G.Classes;
        double mean = 0;
        if (G.Smoothing != 0)
            for (int i = 0; i < G.Classes; i++) mean += (double)x[i] / G.Classes;
        return (float)(logSum - (1 - G.Smoothing) * x[Labels[row]] - G.Smoothing * mean);
    }

    /// <summary>The engine's own kernel, on some of its threads.</summary>
    public void Evaluate(CpuBackend on) => on.SoftmaxCrossEntropy(G, logits, labels, losses);

    public override void Restore() => Spoil(losses);

    public override float[] Results() => Read(losses);

    protected override double[] Expected()
    {
        int[] classes = new int[G.Rows];
        Engine.Download<int>(labels, classes);
        return Specify(G.Rows, (reference, operand, results) =>
        {
            DeviceBuffer targets = reference.Allocate(DType.Int32, G.Rows);
            reference.Upload<int>(classes, targets);
            reference.SoftmaxCrossEntropy(G, operand(Read(logits)), targets, results);
        });
    }

    protected override double[] Magnitudes(double[] expected) => [.. expected.Select(loss => Math.Max(1, Math.Abs(loss)))];
}
