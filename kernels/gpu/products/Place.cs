namespace Catapult.Kernels.Gpu;

/// <summary>Where an outer index of an operand lies: an offset, -1 where it is beyond the last, and for images a pixel.</summary>
internal readonly struct Place(int offset, int row = 0, int column = 0)
{
    public readonly int Offset = offset, Row = row, Column = column;
}
