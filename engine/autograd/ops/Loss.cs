using Catapult.Kernels;

namespace Catapult.Engine;

public sealed partial class Tensor
{
    /// <summary>
    /// The mean softmax cross-entropy of logits (N, K) against class indices (N) of type Int32. With label smoothing s the target of a row is
    /// (1 - s) on its label plus s / K on every class (PyTorch's convention).
    /// </summary>
    /// <exception cref="ShapeException">The logits are no matrix, or there is not one label a row.</exception>
    /// <exception cref="InputException">A label is outside 0 .. K-1.</exception>
    public Tensor CrossEntropy(Tensor labels, double labelSmoothing = 0) => CrossEntropyRows(labels, labelSmoothing).Mean();

    /// <summary>As <see cref="CrossEntropy"/>, one loss a row (N).</summary>
    public Tensor CrossEntropyRows(Tensor labels, double labelSmoothing = 0)
    {
        if (Shape.Rank != 2 || labels.Shape != [Shape[0]] || labels.Type != DType.Int32)
            throw new ShapeException("cross_entropy", $"logits {this} and labels {labels} do not fit", "Logits are (N, K), labels (N) of type Int32");
        if (labelSmoothing is < 0 or >= 1) throw new ArgumentOutOfRangeException(nameof(labelSmoothing), labelSmoothing, "Label smoothing lies in [0, 1).");
        var geometry = new CrossEntropyGeometry(Shape[0], Shape[1], labelSmoothing);
        Tensor losses = Empty(Backend, [Shape[0]], Floating("cross_entropy", this));
        Backend.SoftmaxCrossEntropy(geometry, Buffer, labels.Buffer, losses.Buffer);
        Autograd.Record("cross_entropy", losses, [this], (g, into) =>
        {
            if (Autograd.IsRecording) ComposedTwin.Backward(t => t[0].ComposedCrossEntropy(labels, labelSmoothing), [this], g, into);
            else into.Set(0, CrossEntropyGradient(geometry, labels, g));
        });
        return losses;
    }

    /// <summary>The mean of (x - target)² over all elements of two tensors of one shape.</summary>
    /// <exception cref="ShapeException">The shapes differ; they are not broadcast, which is seldom meant here.</exception>
    public Tensor MeanSquaredError(Tensor target) => Shape == target.Shape
        ? (this - target).Square().Mean()
        : throw new ShapeException("mean_squared_error", $"{Shape} and the target {target.Shape} differ", "Give a target of the same shape");

    private Tensor CrossEntropyGradient(CrossEntropyGeometry geometry, Tensor labels, Tensor dlosses)
    {
        Tensor dlogits = Empty(Backend, Shape, Type);
        Backend.SoftmaxCrossEntropyGradient(geometry, Buffer, labels.Buffer, dlosses.Buffer, dlogits.Buffer);
        return dlogits;
    }

    /// <summary>The same formula in plain operations.</summary>
    internal Tensor ComposedCrossEntropy(Tensor labels, double labelSmoothing)
    {
        Tensor targets = labels.OneHot(Shape[1], Type) * (1 - labelSmoothing) + labelSmoothing / Shape[1];
        Tensor shifted = this - LargestDetached([1]), log = shifted - shifted.Exp().Sum([1], keepAxes: true).Log();
        return -(log * targets).Sum([1]);
    }
}
