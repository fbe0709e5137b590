using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>The transpose of <see cref="PatchOperand{T}"/>: (tap x channel of a group, output pixel), summed over pixels.</summary>
internal readonly struct PatchColumnOperand<T>(ConvolutionLayout layout, ArrayView<T> x) : IOperand<T> where T : unmanaged
{
    public static bool AlongDepth => false;

    public ArrayView<T> View => x;

    public Place Locate(int group, int weight)
    {
        int tap = weight / layout.ByInGroup, channel = weight - tap * layout.InGroup, kernelRow = tap / layout.ByKernelWidth;
        int row = kernelRow * layout.DilationHeight - layout.PadHeight, column = tap % layout.ByKernelWidth * layout.DilationWidth - layout.PadWidth;
        return new(tap < layout.Taps ? group * layout.InGroup + channel : -1, row, column);
    }

    public int Find(Place place, int pixel)
    {
        int line = pixel / layout.ByOutWidth, image = line / layout.ByOutHeight;
        int row = (line - image * layout.OutHeight) * layout.StrideHeight + place.Row;
        int column = (pixel - line * layout.OutWidth) * layout.StrideWidth + place.Column;
        bool inside = place.Offset >= 0 && pixel < layout.OutPixels && (uint)row < (uint)layout.Height && (uint)column < (uint)layout.Width;
        return inside ? place.Offset + ((image * layout.Height + row) * layout.Width + column) * layout.Channels : -1;
    }
}
