namespace Catapult.Engine;

/// <summary>Maxima of square windows; the stride is the window's size unless given.</summary>
public sealed class MaxPool2d(int kernel, int? stride = null, int padding = 0) : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => x.MaxPool2d(kernel, stride, padding);
}
