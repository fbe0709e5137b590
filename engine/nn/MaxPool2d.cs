using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>Maxima of windows; the stride is the window's size unless given.</summary>
public sealed class MaxPool2d(Size2d kernel, Size2d? stride = null, Size2d? padding = null) : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => x.MaxPool2d(kernel, stride, padding);
}
