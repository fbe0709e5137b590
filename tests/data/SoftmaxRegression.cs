using System.Numerics;
using System.Runtime.InteropServices;
using Catapult.Engine;

namespace Catapult.Tests;

/// <summary>
/// Multinomial logistic regression on the pixels, by minibatch gradient descent. The number of inputs must be a multiple
/// of the vector length, which the 784 of a 28x28 image are.
/// </summary>
internal sealed class SoftmaxRegression(int inputs, int classes)
{
    private readonly float[][] weights = [.. Enumerable.Range(0, classes).Select(_ => new float[inputs])];
    private readonly float[] bias = new float[classes];

    /// <summary>One step against the gradient of the mean cross entropy: (softmax - one hot) x.</summary>
    public void Step(Batch batch, float learningRate)
    {
        float rate = -learningRate / batch.Count;
        float[][] probabilities = [.. Enumerable.Range(0, batch.Count).Select(i => Softmax(Logits(batch, i)))];
        for (int i = 0; i < batch.Count; i++)
            for (int k = 0; k < classes; k++)
            {
                float error = probabilities[i][k] - (k == batch.Labels[i] ? 1 : 0);
                AddScaled(weights[k], rate * error, Image(batch, i));
                bias[k] += rate * error;
            }
    }

    public double Accuracy(DataLoader loader)
    {
        int right = 0;
        var batch = loader.CreateBatch();
        for (int step = 0; step < loader.StepsPerEpoch; step++)
        {
            loader.Fill(step, batch);
            for (int i = 0; i < batch.Count; i++)
            {
                float[] logits = Logits(batch, i);
                if (Array.IndexOf(logits, logits.Max()) == batch.Labels[i]) right++;
            }
        }

        return (double)right / loader.Data.Count;
    }

    private ReadOnlySpan<float> Image(Batch batch, int i) => batch.Images.AsSpan(i * inputs, inputs);

    private float[] Logits(Batch batch, int i)
    {
        var logits = new float[classes];
        for (int k = 0; k < classes; k++) logits[k] = bias[k] + Dot(weights[k], Image(batch, i));
        return logits;
    }

    private static float[] Softmax(float[] logits)
    {
        float largest = logits.Max();
        float[] powers = Array.ConvertAll(logits, x => MathF.Exp(x - largest));
        float sum = powers.Sum();
        return Array.ConvertAll(powers, p => p / sum);
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        var x = MemoryMarshal.Cast<float, Vector<float>>(a);
        var y = MemoryMarshal.Cast<float, Vector<float>>(b);
        for (int i = 0; i < x.Length; i++) sum += x[i] * y[i];
        return Vector.Sum(sum);
    }

    private static void AddScaled(Span<float> a, float scale, ReadOnlySpan<float> b)
    {
        var x = MemoryMarshal.Cast<float, Vector<float>>(a);
        var y = MemoryMarshal.Cast<float, Vector<float>>(b);
        for (int i = 0; i < x.Length; i++) x[i] += scale * y[i];
    }
}
