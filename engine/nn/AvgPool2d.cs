using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>Averages of windows, padding counting as zeros; the stride is the window's size unless given.</summary>
public sealed class AvgPool2d(Size2d kernel, Size2d? stride = null, Size2d? padding = null) : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => x.AveragePool2d(kernel, stride, padding);
}
