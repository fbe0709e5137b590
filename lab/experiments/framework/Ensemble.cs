using Catapult.Engine;
using Catapult.Training;

namespace Catapult.Lab;

/// <summary>Several nets that vote with their probabilities, which are averaged, on a test set.</summary>
internal sealed class Ensemble(ImageDatasets data, Normalization normalization)
{
    private readonly double[] sums = new double[data.Test.Count * data.Test.Classes];

    /// <summary>The share of test images whose largest mean probability is their label's.</summary>
    public double Accuracy => Enumerable.Range(0, data.Test.Count).Average(i =>
    {
        ReadOnlySpan<double> row = sums.AsSpan(i * data.Test.Classes, data.Test.Classes);
        return System.Numerics.Tensors.TensorPrimitives.IndexOfMax(row) == data.Test.Labels[i] ? 1.0 : 0.0;
    });

    /// <summary>Adds a net as it is now.</summary>
    public void Add(Module model)
    {
        using var mode = Autograd.NoGrad();
        bool wasTraining = model.IsTraining;
        model.Train(false);
        using BatchSource batches = Evaluation.Batches(model.NamedParameters()[0].Value.Backend, data.Test, normalization);
        int place = 0;
        for (int step = 0; step < batches.Loader.StepsPerEpoch; step++)
        {
            using var scope = TensorScope.Open();
            foreach (float probability in model.Forward(batches.Load(step).Images).Softmax().ToArray<float>()) sums[place++] += probability;
        }
        model.Train(wasTraining);
    }
}
