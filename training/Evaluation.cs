using Catapult.Engine;

namespace Catapult.Training;

/// <summary>How well a model does on a data set.</summary>
/// <param name="Accuracy">The share of images whose largest logit is their label's.</param>
/// <param name="Loss">The mean cross-entropy, without smoothing.</param>
public readonly record struct Evaluation(double Accuracy, double Loss)
{
    /// <summary>Images a batch: as many as keep all threads busy without much memory.</summary>
    private const int BatchSize = 500;

    /// <summary>Judges a model in evaluation mode, which is left as it was found.</summary>
    public static Evaluation Of(Module model, ImageDataset data, Normalization normalization)
    {
        using var recording = Autograd.NoGrad();
        bool wasTraining = model.IsTraining;
        model.Train(false);
        var loader = DataLoader.ForEvaluation(data, BatchSize, normalization);
        Batch batch = loader.CreateBatch();
        long right = 0;
        double loss = 0;
        for (int step = 0; step < loader.StepsPerEpoch; step++)
        {
            loader.Fill(step, batch);
            (int correct, double sum) = Judge(model, batch, data);
            right += correct;
            loss += sum;
        }
        model.Train(wasTraining);
        return new((double)right / data.Count, loss / data.Count);
    }

    private static (int Right, double LossSum) Judge(Module model, Batch batch, ImageDataset data)
    {
        using var scope = TensorScope.Open();
        Tensor weight = model.NamedParameters()[0].Value;
        Tensor x = Tensor.From<float>(weight.Backend, batch.Images.AsSpan(0, batch.Count * data.ImageSize), [batch.Count, data.Height, data.Width, data.Channels]);
        Tensor labels = Tensor.From<int>(weight.Backend, batch.Labels.AsSpan(0, batch.Count), [batch.Count]);
        Tensor logits = model.Forward(x.To(weight.Type));
        int[] guesses = logits.ArgMax().ToArray<int>();
        int right = 0;
        for (int i = 0; i < guesses.Length; i++) right += guesses[i] == batch.Labels[i] ? 1 : 0;
        return (right, logits.CrossEntropy(labels).Item() * batch.Count);
    }
}
