namespace Catapult.Kernels;

/// <summary>y[i] = x[indices[i]] for some rows of <paramref name="width"/> neighbours.</summary>
internal readonly unsafe struct GatherJob<W>(int width, W* x, int* indices, W* y, int rows, int rowsInPart) : IJob where W : unmanaged
{
    public void Run(int part)
    {
        for (int i = part * rowsInPart, end = Math.Min(i + rowsInPart, rows); i < end; i++)
        {
            if (width == 1) y[i] = x[indices[i]];
            else new ReadOnlySpan<W>(x + (nint)indices[i] * width, width).CopyTo(new Span<W>(y + (nint)i * width, width));
        }
    }
}
