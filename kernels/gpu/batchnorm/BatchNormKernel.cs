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
        for (int row = shape.Start + shape.Stride; row < shape.End; row += shape.Strides)
        {
            int place = operands.Place(row, channel);
            y[place] = activation.F(operands.Sum(transform, operands.Normalized(transform, place), place));
        }
    }
}
