using Catapult.Kernels;

namespace Catapult.Engine;

public sealed partial class Tensor
{
    /// <summary>e^x / sum e^x along an axis. A line that holds NaN or +infinity, or nothing but -infinity, becomes NaN; -infinity among numbers becomes 0.</summary>
    public Tensor Softmax(int axis = -1)
    {
        Tensor y = SoftmaxLines(axis, logarithm: false);
        Autograd.Record("softmax", y, [this], (g, into) =>
        {
            Tensor gy = g * y;
            into.Set(0, gy - y * gy.Sum([axis], keepAxes: true));
        });
        return y;
    }

    /// <summary>x - log sum e^x along an axis, the logarithm of <see cref="Softmax"/> without its underflow.</summary>
    public Tensor LogSoftmax(int axis = -1)
    {
        Tensor y = SoftmaxLines(axis, logarithm: true);
        Autograd.Record("log_softmax", y, [this], (g, into) => into.Set(0, g - y.Exp() * g.Sum([axis], keepAxes: true)));
        return y;
    }

    /// <summary>Sums along an axis up to and with each element; everything behind a NaN is NaN.</summary>
    public Tensor CumulativeSum(int axis) => CumulativeSum(Line(Shape.Axis(axis)), reverse: false);

    private Tensor CumulativeSum(ReduceGeometry line, bool reverse)
    {
        Tensor y = Empty(Backend, Shape, Floating("cumulative_sum", this));
        Backend.CumulativeSum(line, reverse, Buffer, y.Buffer);
        Autograd.Record("cumulative_sum", y, [this], (g, into) => into.Set(0, g.CumulativeSum(line, !reverse)));
        return y;
    }

    private Tensor SoftmaxLines(int axis, bool logarithm)
    {
        Tensor y = Empty(Backend, Shape, Floating("softmax", this));
        Backend.Softmax(Line(Shape.Axis(axis)), logarithm, Buffer, y.Buffer);
        return y;
    }

    /// <summary>This tensor as (outer, axis, inner).</summary>
    private ReduceGeometry Line(int axis)
    {
        int outer = 1, inner = 1;
        for (int i = 0; i < axis; i++) outer *= Shape[i];
        for (int i = axis + 1; i < Shape.Rank; i++) inner *= Shape[i];
        return new(outer, Shape[axis], inner);
    }
}
