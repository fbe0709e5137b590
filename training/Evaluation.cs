using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Training;

/// <summary>How well a model does on a data set.</summary>
/// <param name="Accuracy">The share of images whose largest logit is their label's.</param>
/// <param name="Loss">The mean cross-entropy, without smoothing.</param>
public readonly record struct Evaluation(double Accuracy, double Loss)
{
    /// <summary>Images a batch: as many as keep all threads busy without much memory.</summary>
    private const int BatchSize = 500;

    /// <summary>Batches of a data set for <see cref="Of(Module, BatchSource)"/>, to be judged by again and again.</summary>
    public static BatchSource Batches(Backend backend, ImageDataset data, Normalization normalization) =>
        DataLoader.ForEvaluation(data, BatchSize, normalization).On(backend);

    /// <summary>Judges a model in evaluation mode, which is left as it was found.</summary>
    public static Evaluation Of(Module model, ImageDataset data, Normalization normalization)
    {
        using BatchSource batches = Batches(model.NamedParameters()[0].Value.Backend, data, normalization);
        return Of(model, batches);
    }

    /// <summary>The same on batches that lie ready: one epoch of them.</summary>
    public static Evaluation Of(Module model, BatchSource batches)
    {
        using var recording = Autograd.NoGrad();
        bool wasTraining = model.IsTraining;
        model.Train(false);
        long right = 0;
        double loss = 0;
        for (int step = 0; step < batches.Loader.StepsPerEpoch; step++)
        {
            (int correct, double sum) = Judge(model, batches, step);
            right += correct;
            loss += sum;
        }
        model.Train(wasTraining);
        int count = batches.Loader.Data.Count;
        return new((double)right / count, loss / count);
    }

    private static (int Right, double LossSum) Judge(Module model, BatchSource batches, int step)
    {
        using var scope = TensorScope.Open();
        BatchPlan plan = batches.Prepare(step);
        (Tensor images, Tensor labels) = batches.Make();
        Tensor logits = model.Forward(images.To(model.NamedParameters()[0].Value.Type));
        int[] guesses = logits.ArgMax().ToArray<int>();
        int right = 0;
        for (int i = 0; i < guesses.Length; i++) right += guesses[i] == plan.Labels[i] ? 1 : 0;
        return (right, logits.CrossEntropy(labels).Item() * plan.Count);
    }
}
