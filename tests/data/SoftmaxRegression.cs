using System.Numerics;
using System.Runtime.InteropServices;

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
    public void Step(float[] images, int[] labels, float learningRate)
    {
        float rate = -learningRate / labels.Length;
        float[][] probabilities = [.. Enumerable.Range(0, labels.Length).Select(i => Softmax(Logits(Image(images, i))))];
        for (int i = 0; i < labels.Length; i++)
            for (int k = 0; k < classes; k++)
            {
                float error = probabilities[i][k] - (k == labels[i] ? 1 : 0);
                AddScaled(weights[k], rate * error, Image(images, i));
                bias[k] += rate * error;
            }
    }

    public double Accuracy(float[] images, int[] labels)
    {
        int right = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            float[] logits = Logits(Image(images, i));
            if (Array.IndexOf(logits, logits.Max()) == labels[i]) right++;
        }

        return (double)right / labels.Length;
    }

    private ReadOnlySpan<float> Image(float[] images, int i) => images.AsSpan(i * inputs, inputs);

    private float[] Logits(ReadOnlySpan<float> image)
    {
        var logits = new float[classes];
        for (int k = 0; k < classes; k++) logits[k] = bias[k] + Dot(weights[k], image);
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
