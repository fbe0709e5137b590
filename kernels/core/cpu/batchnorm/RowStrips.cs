namespace Catapult.Kernels;

/// <summary>
/// How a block of rows is walked. Rows of several vectors of channels are taken one by one, so that memory is read from end to end, as prefetchers like it,
/// and the numbers of the channels come from the first cache. Rows of one vector are taken all at once: their channels' numbers stay in registers.
/// </summary>
internal static class RowStrips
{
    /// <summary>Rows of a strip, of so many.</summary>
    public static int Rows(int channels, int vector, int rows) => channels > vector ? 1 : rows;
}
