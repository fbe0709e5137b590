namespace Catapult.Kernels.Gpu;

/// <summary>Eight sums in registers. Fields, because an array of a thread's own would lie in memory.</summary>
internal readonly struct Row8<T>(Pack4<T> low, Pack4<T> high) where T : unmanaged, IGpuLane<T>
{
    public readonly Pack4<T> Low = low, High = high;

    /// <summary>a * row + sums.</summary>
    public static Row8<T> MultiplyAdd(T a, Row8<T> row, Row8<T> sums) => new(MultiplyAdd(a, row.Low, sums.Low), MultiplyAdd(a, row.High, sums.High));

    private static Pack4<T> MultiplyAdd(T a, Pack4<T> row, Pack4<T> sums) =>
        new(a * row.X + sums.X, a * row.Y + sums.Y, a * row.Z + sums.Z, a * row.W + sums.W);
}
