using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>The input as a matrix (output pixel, tap x channel of a group), which is never written down: im2col without the memory.</summary>
internal readonly struct PatchOperand<T>(ConvolutionLayout layout, ArrayView<T> x) : IOperand<T> where T : unmanaged
{
    public static bool AlongDepth => true;

    public ArrayView<T> View => x;

    public Place Locate(int group, int pixel)
    {
        int line = pixel / layout.ByOutWidth, image = line / layout.ByOutHeight;
        int row = (line - image * layout.OutHeight) * layout.StrideHeight - layout.PadHeight;
        int column = (pixel - line * layout.OutWidth) * layout.StrideWidth - layout.PadWidth;
        return new(pixel < layout.OutPixels ? image * layout.Height * layout.Width * layout.Channels + group * layout.InGroup : -1, row, column);
    }

    public int Find(Place place, int depth)
    {
        int tap = depth / layout.ByInGroup, channel = depth - tap * layout.InGroup, kernelRow = tap / layout.ByKernelWidth;
        int row = place.Row + kernelRow * layout.DilationHeight, column = place.Column + tap % layout.ByKernelWidth * layout.DilationWidth;
        bool inside = place.Offset >= 0 && tap < layout.Taps && (uint)row < (uint)layout.Height && (uint)column < (uint)layout.Width;
        return inside ? place.Offset + (row * layout.Width + column) * layout.Channels + channel : -1;
    }
}
