namespace Catapult.Kernels.Gpu;

/// <summary>The 8x8 sums of a thread.</summary>
internal readonly struct Block8<T>(Row8<T> r0, Row8<T> r1, Row8<T> r2, Row8<T> r3, Row8<T> r4, Row8<T> r5, Row8<T> r6, Row8<T> r7) where T : unmanaged, IGpuLane<T>
{
    public readonly Row8<T> R0 = r0, R1 = r1, R2 = r2, R3 = r3, R4 = r4, R5 = r5, R6 = r6, R7 = r7;

    /// <summary>With one step more: column times row.</summary>
    public static Block8<T> MultiplyAdd(Row8<T> column, Row8<T> row, Block8<T> sums) => new(
        Row8<T>.MultiplyAdd(column.Low.X, row, sums.R0),
        Row8<T>.MultiplyAdd(column.Low.Y, row, sums.R1),
        Row8<T>.MultiplyAdd(column.Low.Z, row, sums.R2),
        Row8<T>.MultiplyAdd(column.Low.W, row, sums.R3),
        Row8<T>.MultiplyAdd(column.High.X, row, sums.R4),
        Row8<T>.MultiplyAdd(column.High.Y, row, sums.R5),
        Row8<T>.MultiplyAdd(column.High.Z, row, sums.R6),
        Row8<T>.MultiplyAdd(column.High.W, row, sums.R7));
}
