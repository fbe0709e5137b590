using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;

namespace Catapult.Training;

/// <summary>
/// The part of a training step that is the same every time: batch, forward, loss, backward, and the sums that judge it. A device that can record it is
/// given the whole of it at once from the third time on. A model that draws random numbers is not recorded, since each step draws others; nor is a step of
/// several batches, or one whose optimizer asks for the loss.
/// </summary>
internal sealed class GradientStep(Module model, Optimizer optimizer, BatchSource batches, StepSums sums, TrainingPlan training) : IDisposable
{
    private readonly NamedParameter[] parameters = [.. optimizer.Groups.SelectMany(group => group.Parameters)];
    private readonly bool drawsNumbers = model.Generators().Count > 0;
    private readonly List<(Tensor? Gradient, bool IsWanted)> recorded = [];
    private Recording? recording;
    private int lastCount;

    /// <summary>Does it.</summary>
    /// <param name="first">The number of the step's first batch.</param>
    /// <returns>The epoch of that batch, and the images in all.</returns>
    public (int Epoch, int Images) Run(long first)
    {
        BatchPlan batch = batches.Prepare(first);
        (int epoch, int images) = (batch.Epoch, batch.Count);
        if (training.BatchesPerStep > 1 || optimizer.NeedsLoss) return (epoch, ComputeInParts(first));
        if (recording is not null && images == lastCount && IsAsRecorded())
        {
            recording.Replay();
            return (epoch, images);
        }
        recording?.Dispose();
        recording = null;
        // The first of its size is not recorded: what is made once and for all is made there.
        if (images == lastCount && !drawsNumbers) Record();
        else Compute();
        lastCount = images;
        return (epoch, images);
    }

    /// <inheritdoc/>
    public void Dispose() => recording?.Dispose();

    private void Record()
    {
        recording = parameters[0].Value.Backend.Record(Compute);
        recorded.Clear();
        foreach (NamedParameter parameter in parameters) recorded.Add((parameter.Value.Grad, parameter.Value.RequiresGrad));
    }

    /// <summary>Whether gradients are wanted of the same parameters, and lie where the recording leaves them.</summary>
    private bool IsAsRecorded()
    {
        for (int i = 0; i < parameters.Length; i++)
            if (recorded[i] != (parameters[i].Value.Grad, parameters[i].Value.RequiresGrad)) return false;
        return true;
    }

    private void Compute()
    {
        using var scope = TensorScope.Open();
        model.Train();
        Tensor loss = Loss();
        optimizer.ZeroGrad();
        loss.Backward();
        sums.Add(loss, isFirst: true);
        sums.Close();
    }

    /// <summary>The same over several batches, whose graphs do not exist at the same time, and with what the optimizer asks for besides.</summary>
    /// <returns>The images in all.</returns>
    private int ComputeInParts(long first)
    {
        int count = training.BatchesPerStep, images = 0;
        model.Train();
        optimizer.ZeroGrad();
        for (int i = 0; i < count; i++)
        {
            using var scope = TensorScope.Open();
            images += batches.Prepare(first + i).Count;
            Tensor loss = Loss() * (1.0 / count);
            loss.Backward();
            sums.Add(loss, isFirst: i == 0);
        }
        if (optimizer.NeedsLoss) optimizer.Consult(() => LossAgain(first, count));
        sums.Close();
        return images;
    }

    /// <summary>The loss of all batches of the step as one graph; running statistics stay as the step left them.</summary>
    private Tensor LossAgain(long first, int count)
    {
        using var buffers = new BorrowedWeights(model.NamedBuffers().Select(buffer => buffer.Buffer));
        Tensor? total = null;
        for (int i = 0; i < count; i++)
        {
            batches.Prepare(first + i);
            Tensor part = Loss(keepsLabels: count > 1) * (1.0 / count);
            total = total is null ? part : total + part;
        }
        return total!;
    }

    /// <param name="keepsLabels">Whether the labels, which lie in one place for all batches, must outlive the next batch.</param>
    private Tensor Loss(bool keepsLabels = false)
    {
        (Tensor images, Tensor labels) = batches.Make();
        if (keepsLabels)
        {
            Tensor own = Tensor.Zeros(labels.Backend, labels.Shape, labels.Type);
            own.CopyFrom(labels);
            labels = own;
        }
        return model.Forward(images.To(parameters[0].Value.Type)).CrossEntropy(labels, training.LabelSmoothing);
    }
}
