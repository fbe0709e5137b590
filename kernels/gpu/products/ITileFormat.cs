namespace Catapult.Kernels.Gpu;

/// <summary>How tiles lie in shared memory.</summary>
internal interface ITileFormat<T> where T : unmanaged
{
    /// <summary>
    /// Elements left free between one depth and the next, a multiple of four: they keep threads that write a column, or read one, out of each other's banks.
    /// </summary>
    static abstract int Padding { get; }

    /// <summary>An element on its way into shared memory.</summary>
    static abstract T Round(T x);
}
