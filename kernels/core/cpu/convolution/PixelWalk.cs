namespace Catapult.Kernels;

/// <summary>Walks the pixels of a batch in row-major order without a division a pixel.</summary>
internal struct PixelWalk(int height, int width)
{
    public int Image, Row, Column;

    public void Advance()
    {
        if (++Column < width) return;
        Column = 0;
        if (++Row < height) return;
        Row = 0;
        Image++;
    }
}
