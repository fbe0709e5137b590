using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>
/// The one place where tensors change between the engine's channels-last layout and PyTorch's: a file's tensor is the engine's one, seen as
/// <see cref="View"/>, with its axes in <see cref="Order"/>, reshaped to <see cref="FileShape"/>.
/// </summary>
/// <param name="View">The engine's extents, possibly split; null for the tensor's own.</param>
/// <param name="Order">The order of the view's axes in the file; null for no change.</param>
/// <param name="FileShape">The extents in the file; null for those of the reordered view.</param>
public sealed record ExchangeLayout(int[]? View, int[]? Order, int[]? FileShape)
{
    /// <summary>No difference.</summary>
    public static ExchangeLayout AsIs { get; } = new(null, null, null);

    /// <summary>Convolution weights: (O, KH, KW, C) here, (O, C, KH, KW) in the file.</summary>
    public static ExchangeLayout ConvolutionWeight { get; } = new(null, [0, 3, 1, 2], null);

    /// <summary>Weights (O, H*W*C) of a linear layer after a flattened image, whose columns the file orders as C, H, W.</summary>
    public static ExchangeLayout AfterFlatten(int outputs, int height, int width, int channels) =>
        new([outputs, height, width, channels], [0, 3, 1, 2], [outputs, channels * height * width]);

    /// <summary>The tensor as the file has it.</summary>
    public Tensor ToFile(Tensor value)
    {
        if (Order is null) return value;
        Tensor moved = (View is null ? value : value.Reshape(View)).Permute(Order);
        return FileShape is null ? moved : moved.Reshape(FileShape);
    }

    /// <summary>A tensor of the engine's shape from one of the file's.</summary>
    public Tensor FromFile(Tensor stored, Shape shape)
    {
        if (Order is null) return stored;
        int[] view = View ?? [.. shape], back = new int[Order.Length];
        for (int i = 0; i < Order.Length; i++) back[Order[i]] = i;
        int[] extents = [.. Order.Select(axis => view[axis])];
        return stored.Reshape(extents).Permute(back).Reshape(shape);
    }
}
