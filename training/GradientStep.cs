using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;

namespace Catapult.Training;

/// <summary>
/// The part of a training step that is the same every time: batch, forward, loss, backward, and the sums that judge it. A device that can record it is
/// given the whole of it at once from the third time on. A model that draws random numbers is not recorded, since each step draws others.
/// </summary>
internal sealed class GradientStep(Module model, Optimizer optimizer, BatchSource batches, StepSums sums, double labelSmoothing) : IDisposable
{
    private readonly NamedParameter[] parameters = [.. optimizer.Groups.SelectMany(group => group.Parameters)];
    private readonly bool drawsNumbers = model.Generators().Count > 0;
    private readonly List<(Tensor? Gradient, bool IsWanted)> recorded = [];
    private Recording? recording;
    private int lastCount;

    /// <summary>Does it for the batch that was prepared.</summary>
    /// <param name="count">Images in the batch.</param>
    public void Run(int count)
    {
        if (recording is not null && count == lastCount && IsAsRecorded())
        {
            recording.Replay();
            return;
        }
        recording?.Dispose();
        recording = null;
        // The first of its size is not recorded: what is made once and for all is made there.
        if (count == lastCount && !drawsNumbers) Record();
        else Compute();
        lastCount = count;
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
        (Tensor images, Tensor labels) = batches.Make();
        model.Train();
        Tensor loss = model.Forward(images.To(parameters[0].Value.Type)).CrossEntropy(labels, labelSmoothing);
        optimizer.ZeroGrad();
        loss.Backward();
        sums.Compute(loss);
    }
}
