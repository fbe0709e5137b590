using Catapult.Kernels;

namespace Catapult.Engine;

public sealed partial class Tensor
{
    /// <summary>Maxima of windows of channels-last images; a tie goes to the first in row-major order, NaN counts as largest, padding never wins.</summary>
    public Tensor MaxPool2d(Size2d kernel, Size2d? stride = null, Size2d? padding = null)
    {
        Pool2dGeometry geometry = Pool2dGeometry.Create("max_pool2d", Shape, kernel, stride ?? kernel, padding ?? Size2d.Zero);
        Tensor y = Empty(Backend, geometry.OutputShape, Floating("max_pool2d", this)), indices = Empty(Backend, geometry.OutputShape, DType.Int32);
        Backend.MaxPool2d(geometry, Buffer, y.Buffer, indices.Buffer);
        Autograd.Record("max_pool2d", y, [this], (g, into) => into.Set(0, ScatterAdd(g, indices, geometry.InputShape, geometry.Batch, 1)));
        return y;
    }

    /// <summary>Averages of windows of channels-last images; padding counts as zeros.</summary>
    public Tensor AveragePool2d(Size2d kernel, Size2d? stride = null, Size2d? padding = null) =>
        AveragePool2d(Pool2dGeometry.Create("average_pool2d", Shape, kernel, stride ?? kernel, padding ?? Size2d.Zero), this);

    /// <summary>The mean over all pixels of channels-last images: (N, H, W, C) to (N, C).</summary>
    public Tensor GlobalAveragePool2d() => Shape.Rank == 4
        ? Mean([1, 2])
        : throw new ShapeException("global_average_pool2d", $"{Shape} is no image batch", "Input is (N, H, W, C)");

    private static Tensor AveragePool2d(Pool2dGeometry geometry, Tensor x)
    {
        Tensor y = Empty(x.Backend, geometry.OutputShape, Floating("average_pool2d", x));
        x.Backend.AveragePool2d(geometry, x.Buffer, y.Buffer);
        Autograd.Record("average_pool2d", y, [x], (g, into) => into.Set(0, AveragePool2dInputGradient(geometry, g)));
        return y;
    }

    private static Tensor AveragePool2dInputGradient(Pool2dGeometry geometry, Tensor dy)
    {
        Tensor dx = Empty(dy.Backend, geometry.InputShape, dy.Type);
        dy.Backend.AveragePool2dInputGradient(geometry, dy.Buffer, dx.Buffer);
        Autograd.Record("average_pool2d input gradient", dx, [dy], (g, into) => into.Set(0, AveragePool2d(geometry, g)));
        return dx;
    }
}
