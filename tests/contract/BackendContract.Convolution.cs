using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

public abstract partial class BackendContract
{
    private static readonly (int, int)[] Kernels = [(1, 1), (3, 3), (5, 5), (3, 2)];
    private static readonly (int, int)[] SmallKernels = [(1, 1), (3, 3), (3, 2), (2, 3)];
    private static readonly int[] InChannels = [1, 3, 5, 8, 16, 17, 20, 33];
    private static readonly int[] OutChannels = [1, 7, 16, 20, 40];
    private static readonly (int, int)[] Strides = [(1, 1), (2, 2), (3, 3), (1, 2), (3, 1)];
    private static readonly (int, int)[] Paddings = [(0, 0), (1, 1), (2, 2), (0, 1), (2, 1)];
    private static readonly (int H, int W)[] Images = [(5, 7), (7, 5), (9, 5), (5, 11), (6, 5)];

    [Test]
    public void ConvolutionAndItsGradients([ValueSource(nameof(Kernels))] (int Height, int Width) kernel, [Floats] DType type)
    {
        int trial = kernel.Height;
        foreach (var stride in Strides)
            foreach (var padding in Paddings)
            {
                trial++;
                var (height, width) = Images[trial / 2 % Images.Length];
                int inChannels = InChannels[trial % InChannels.Length], outChannels = OutChannels[trial % 7 % OutChannels.Length];
                Shape input = [1 + trial % 3, height, width, inChannels], weight = [outChannels, kernel.Height, kernel.Width, inChannels];
                CheckConvolution(type, Conv2dGeometry.Create(input, weight, stride, padding), bias: trial % 2 == 0);
            }
    }

    [Test]
    public void ConvolutionOfEveryChannelCount([Floats] DType type)
    {
        foreach (int inChannels in InChannels)
            foreach (int outChannels in OutChannels)
                CheckConvolution(type, Conv2dGeometry.Create([1, 3, 5, inChannels], [outChannels, 3, 3, inChannels], (1, 1), (1, 1)), bias: true);
    }

    [Test]
    public void ConvolutionOfManyPixels([Floats] DType type)
    {
        CheckConvolution(type, Conv2dGeometry.Create([2, 11, 9, 17], [40, 3, 3, 17], (1, 1), (1, 1)), bias: true);
        CheckConvolution(type, Conv2dGeometry.Create([3, 21, 19, 3], [16, 5, 5, 3], (2, 2), (2, 2)), bias: false);
        CheckConvolution(type, Conv2dGeometry.Create([5, 17, 19, 16], [20, 1, 1, 16], (1, 1), (0, 0)), bias: true);
    }

    /// <summary>Shapes that a fast 3x3 algorithm takes: whole and cut tiles of 2x2 outputs, every padding, channels that fill no vector.</summary>
    [Test]
    public void ConvolutionOfManyChannels([Floats] DType type, [Values(0, 1, 2)] int padding)
    {
        // The last batch is large enough to be split among threads.
        foreach (var (batch, height, width, inChannels, outChannels) in ((int, int, int, int, int)[])[
            (2, 3, 3, 32, 32), (2, 4, 6, 37, 64), (3, 7, 5, 33, 40), (5, 8, 9, 32, 33)])
            CheckConvolution(
                type, Conv2dGeometry.Create([batch, height, width, inChannels], [outChannels, 3, 3, inChannels], (1, 1), (padding, padding)), bias: padding == 1, isWinograd: true);
    }

    /// <summary>Batches large enough for a fast 3x3 algorithm of larger tiles: whole and cut ones, every padding, channels that fill no vector.</summary>
    [Test]
    public void ConvolutionOfManyTiles([Floats] DType type, [Values(0, 1, 2)] int padding)
    {
        foreach (var (batch, height, width, inChannels, outChannels) in ((int, int, int, int, int)[])[
            (4, 8, 8, 16, 16), (2, 11, 12, 17, 20), (2, 9, 10, 33, 40), (17, 3, 4, 16, 64), (1, 13, 16, 66, 16)])
            CheckConvolution(
                type, Conv2dGeometry.Create([batch, height, width, inChannels], [outChannels, 3, 3, inChannels], (1, 1), (padding, padding)), bias: padding == 1, isWinograd: true);
    }

    [Test]
    public void ConvolutionOfEveryLength([Floats] DType type)
    {
        foreach (int length in Lengths[1..])
            foreach (var (input, outChannels) in ((Shape, int)[])[([1, 1, 2, length], 3), ([1, 1, 3, 2], length), ([1, 1, length, 2], 3)])
                CheckConvolution(type, Conv2dGeometry.Create(input, [outChannels, 2, 3, input[-1]], (1, 1), (1, 1)), bias: false);
    }

    [Test]
    public void ConvolutionOfOneBufferAsBothOperands([Floats] DType type)
    {
        // Image, kernel and result have equally many elements, and each element of a result sums as many products as there are pixels.
        const int Pixels = 2 * 6 * 6, Channels = 8;
        var geometry = Conv2dGeometry.Create([2, 6, 6, Channels], [Channels, 3, 3, Channels], (1, 1), (1, 1));
        CheckShared("image and kernel", (backend, x, y) => backend.Conv2d(geometry, x, x, null, y));
        CheckShared("gradient and kernel", (backend, x, y) => backend.Conv2dInputGradient(geometry, x, x, y));
        CheckShared("image and gradient", (backend, x, y) => backend.Conv2dWeightGradient(geometry, x, x, y));

        void CheckShared(string what, Action<Backend, DeviceBuffer, DeviceBuffer> kernel) => CheckSum($"one buffer as {what}", type, Pixels, rig =>
        {
            var y = rig.Target(Pixels * Channels);
            kernel(rig.Backend, rig.Operand(Samples.Uniform(1, Pixels * Channels)), y);
            return [y];
        });
    }

    /// <summary>Groups of one, a few and many channels on either side, and depthwise, with every stride and dilation that leaves gaps or overlaps.</summary>
    [Test]
    public void ConvolutionOfGroups([Floats] DType type, [Values(1, 2, 3)] int dilation)
    {
        int trial = 0;
        foreach (var (groups, inGroup, outGroup) in ((int, int, int)[])[(2, 3, 5), (3, 1, 2), (4, 17, 1), (2, 9, 20), (1, 5, 7), (1, 1, 1), (7, 1, 1), (19, 1, 1)])
            foreach (var stride in Strides)
            {
                trial++;
                var ((height, width), padding) = (Images[trial % Images.Length], Paddings[trial % Paddings.Length]);
                var (kernelHeight, kernelWidth) = SmallKernels[trial % SmallKernels.Length];
                Shape input = [1 + trial % 2, height + 4, width + 4, groups * inGroup], weight = [groups * outGroup, kernelHeight, kernelWidth, inGroup];
                CheckConvolution(type, Conv2dGeometry.Create(input, weight, stride, padding, (dilation, 4 - dilation), groups), bias: trial % 2 == 0);
            }
    }

    [Test]
    public void DepthwiseConvolutionOfEveryChannelCount([Floats] DType type)
    {
        for (int channels = 2; channels <= 40; channels++)
            CheckConvolution(type, Conv2dGeometry.Create([3, 4, 5, channels], [channels, 3, 3, 1], (2, 1), (1, 1), (1, 1), channels), bias: channels % 2 == 0);
        CheckConvolution(type, Conv2dGeometry.Create([0, 4, 5, 8], [8, 3, 3, 1], (1, 1), (1, 1), (1, 1), 8), bias: true);
    }

    [Test]
    public void ConvolutionKeepsNaNWithinItsWindows([Floats] DType type)
    {
        foreach (int channels in (int[])[1, 3, 8, 17])
        {
            var geometry = Conv2dGeometry.Create([2, 7, 9, channels], [20, 3, 3, channels], (1, 1), (1, 1));
            double[] x = Samples.Uniform(1, geometry.InputShape.Size), w = Samples.Uniform(2, geometry.WeightShape.Size);
            double[] dy = Samples.Uniform(3, geometry.OutputShape.Size);
            // Beside the border an infinite gradient would meet padding, and 0 * infinity is NaN only where padding is multiplied at all.
            (x[^1], dy[(3 * geometry.OutWidth + 5) * geometry.OutChannels]) = (double.NaN, double.PositiveInfinity);
            CheckConvolution(type, geometry, bias: true, x, w, dy);
        }
    }

    [Test]
    public void ConvolutionOfNothing([Floats] DType type) =>
        CheckConvolution(type, Conv2dGeometry.Create([0, 5, 5, 3], [7, 3, 3, 3], (1, 1), (1, 1)), bias: true);

    private void CheckConvolution(DType type, Conv2dGeometry geometry, bool bias, bool isWinograd = false) => CheckConvolution(
        type,
        geometry,
        bias,
        Samples.Uniform(1, geometry.InputShape.Size),
        Samples.Uniform(2, geometry.WeightShape.Size),
        Samples.Uniform(3, geometry.OutputShape.Size),
        isWinograd);

    private void CheckConvolution(DType type, Conv2dGeometry geometry, bool bias, double[] x, double[] w, double[] dy, bool isWinograd = false)
    {
        int window = geometry.KernelHeight * geometry.KernelWidth * geometry.InGroup, pixels = geometry.Batch * geometry.OutHeight * geometry.OutWidth;
        CheckSum($"{geometry}{(bias ? " with bias" : "")}", type, window + 1, rig =>
        {
            var y = rig.Target(geometry.OutputShape.Size);
            var shift = bias ? rig.Operand(Samples.Uniform(4, geometry.OutChannels)) : null;
            rig.Backend.Conv2d(geometry, rig.Operand(x), rig.Operand(w), shift, y);
            return [y];
        }, isWinograd);
        CheckSum($"gradient by the input of {geometry}", type, geometry.WeightShape.Size / geometry.InChannels, rig =>
        {
            var dx = rig.Target(geometry.InputShape.Size);
            rig.Backend.Conv2dInputGradient(geometry, rig.Operand(dy), rig.Operand(w), dx);
            return [dx];
        }, isWinograd);
        CheckSum($"gradient by the weights of {geometry}", type, pixels, rig =>
        {
            var dw = rig.Target(geometry.WeightShape.Size);
            rig.Backend.Conv2dWeightGradient(geometry, rig.Operand(x), rig.Operand(dy), dw);
            return [dw];
        }, isWinograd);
    }
}
