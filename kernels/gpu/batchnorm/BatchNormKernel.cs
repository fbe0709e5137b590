using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>y = act((x - mean) / sqrt(variance + epsilon) gamma + beta + residual). A thread keeps to one channel and holds its numbers in registers.</summary>
internal readonly struct BatchNormKernel<O, T>(O activation, FoldShape shape, ChannelViews<T> operands, ArrayView<T> y) : IGpuKernel
    where O : struct, IUnary where T : unmanaged, IGpuLane<T>
{
    public void Run()
    {
        int channel = shape.Column;
        if (channel >= shape.Inner) return;
        ChannelTransform<T> transform = operands.Of(channel);
        int row = shape.Start + shape.Stride, step = shape.Strides;
        for (; row < shape.End - 3 * step; row += 4 * step)
        {
            // Four loads are on the way before the first store, which the compiler does not let a load pass.
            int place = operands.Place(row, channel), next = operands.Place(step, 0);
            T a = Value(transform, place), b = Value(transform, place + next), c = Value(transform, place + 2 * next), d = Value(transform, place + 3 * next);
            (y[place], y[place + next], y[place + 2 * next], y[place + 3 * next]) = (a, b, c, d);
        }
        for (; row < shape.End; row += step)
        {
            int place = operands.Place(row, channel);
            y[place] = Value(transform, place);
        }
    }

    private T Value(ChannelTransform<T> transform, int place) => activation.F(operands.Sum(transform, operands.Normalized(transform, place), place));
}
