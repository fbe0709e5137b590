using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// The output's gradient as a matrix (input pixel, tap x output channel of a group): the gradient that reaches a pixel by each tap, 0 where the stride
/// leaves none.
/// </summary>
internal readonly struct GradientPatchOperand<T>(ConvolutionLayout layout, ArrayView<T> dy) : IOperand<T> where T : unmanaged
{
    public static bool AlongDepth => true;

    public ArrayView<T> View => dy;

    public Place Locate(int group, int pixel)
    {
        int line = pixel / layout.ByWidth, image = line / layout.ByHeight;
        int row = line - image * layout.Height + layout.PadHeight, column = pixel - line * layout.Width + layout.PadWidth;
        int offset = image * layout.OutHeight * layout.OutWidth * layout.OutChannels + group * layout.OutGroup;
        return new(pixel < layout.InPixels ? offset : -1, row, column);
    }

    public int Find(Place place, int depth)
    {
        int tap = depth / layout.ByOutGroup, channel = depth - tap * layout.OutGroup, kernelRow = tap / layout.ByKernelWidth;
        int row = place.Row - kernelRow * layout.DilationHeight, column = place.Column - tap % layout.ByKernelWidth * layout.DilationWidth;
        int outRow = row / layout.ByStrideHeight, outColumn = column / layout.ByStrideWidth;
        bool inside = place.Offset >= 0 && tap < layout.Taps && row >= 0 && column >= 0 && outRow < layout.OutHeight && outColumn < layout.OutWidth
            && outRow * layout.StrideHeight == row && outColumn * layout.StrideWidth == column;
        return inside ? place.Offset + (outRow * layout.OutWidth + outColumn) * layout.OutChannels + channel : -1;
    }
}
