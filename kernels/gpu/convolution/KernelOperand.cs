using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>The weights (O, KH, KW, C / groups) as a matrix (input channel of a group, tap x output channel of it).</summary>
internal readonly struct KernelOperand<T>(ConvolutionLayout layout, ArrayView<T> w) : IOperand<T> where T : unmanaged
{
    public static bool AlongDepth => false;

    public ArrayView<T> View => w;

    public Place Locate(int group, int channel) =>
        new(channel < layout.InGroup ? group * layout.OutGroup * layout.Taps * layout.InGroup + channel : -1);

    public int Find(Place place, int depth)
    {
        int tap = depth / layout.ByOutGroup, output = depth - tap * layout.OutGroup;
        return place.Offset >= 0 && tap < layout.Taps ? place.Offset + (output * layout.Taps + tap) * layout.InGroup : -1;
    }
}
