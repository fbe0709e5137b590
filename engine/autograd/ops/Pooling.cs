using Catapult.Kernels;

namespace Catapult.Engine;

public sealed partial class Tensor
{
    /// <summary>Maxima of windows of channels-last images; a tie goes to the first in row-major order.</summary>
    public Tensor MaxPool2d(int kernel, int? stride = null, int padding = 0)
    {
        int step = stride ?? kernel;
        Pool2dGeometry geometry = Pool2dGeometry.Create("max_pool2d", Shape, (kernel, kernel), (step, step), (padding, padding));
        Tensor y = Empty(Backend, geometry.OutputShape, Floating("max_pool2d", this)), indices = Empty(Backend, geometry.OutputShape, DType.Int32);
        Backend.MaxPool2d(geometry, Buffer, y.Buffer, indices.Buffer);
        Autograd.Record("max_pool2d", y, [this], (g, into) => into.Set(0, MaxPool2dInputGradient(geometry, g, indices)));
        return y;
    }

    /// <summary>Averages of windows of channels-last images; padding counts as zeros.</summary>
    public Tensor AveragePool2d(int kernel, int? stride = null, int padding = 0)
    {
        int step = stride ?? kernel;
        return AveragePool2d(Pool2dGeometry.Create("average_pool2d", Shape, (kernel, kernel), (step, step), (padding, padding)), this);
    }

    private static Tensor MaxPool2dInputGradient(Pool2dGeometry geometry, Tensor dy, Tensor indices)
    {
        Tensor dx = Empty(dy.Backend, geometry.InputShape, dy.Type);
        dy.Backend.MaxPool2dInputGradient(geometry, dy.Buffer, indices.Buffer, dx.Buffer);
        Autograd.Record("max_pool2d input gradient", dx, [dy], (g, into) => into.Set(0, GatherPlaces(geometry, g, indices)));
        return dx;
    }

    private static Tensor GatherPlaces(Pool2dGeometry geometry, Tensor x, Tensor indices)
    {
        Tensor y = Empty(x.Backend, indices.Shape, x.Type);
        x.Backend.Gather(x.Buffer, indices.Buffer, y.Buffer);
        Autograd.Record("gather", y, [x], (g, into) => into.Set(0, MaxPool2dInputGradient(geometry, g, indices)));
        return y;
    }

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
