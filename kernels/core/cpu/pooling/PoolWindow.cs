namespace Catapult.Kernels;

/// <summary>The part of a pooling window that lies inside the image: rows [Top, Bottom), columns [Left, Right).</summary>
internal readonly struct PoolWindow(Pool2dGeometry g, int outRow, int outColumn)
{
    public readonly int Top = Math.Max(outRow * g.StrideHeight - g.PadHeight, 0);
    public readonly int Bottom = Math.Min(outRow * g.StrideHeight - g.PadHeight + g.KernelHeight, g.Height);
    public readonly int Left = Math.Max(outColumn * g.StrideWidth - g.PadWidth, 0);
    public readonly int Right = Math.Min(outColumn * g.StrideWidth - g.PadWidth + g.KernelWidth, g.Width);
}
