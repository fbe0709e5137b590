using Catapult.Kernels.Gpu;
using ILGPU;
using Block = Catapult.Kernels.Gpu.Pack4<Catapult.Kernels.Gpu.GpuLane32>;
using Blocks = Catapult.Kernels.Gpu.Pack4<Catapult.Kernels.Gpu.Pack4<Catapult.Kernels.Gpu.Pack4<Catapult.Kernels.Gpu.GpuLane32>>>;

namespace Catapult.Tests;

/// <summary>What a pipelined unit says in inline text, in plain code: copies at once, sums in variables, and products by <see cref="EmulatedUnit{U, R}"/>.</summary>
/// <typeparam name="R">How a register is filled and read.</typeparam>
internal readonly struct EmulatedPipeline<R> : IPipelinedUnit<Blocks> where R : struct, IEmulatedRegister
{
    public static void Copy(ArrayView<GpuLane32> source, long address, int index, ArrayView<GpuLane32> shared, int place)
    {
        for (int i = 0; i < 4; i++)
        {
            GpuLane32 element = default;
            if (index >= 0) element = source[index + i];
            shared[place + i] = element;
        }
    }

    public static void Commit() { }

    public static void Wait() { }

    public static Blocks Start(Pack4<Pack2<GpuLane32>> columns)
    {
        Pack4<Block> row = new(Start(columns.X), Start(columns.Y), Start(columns.Z), Start(columns.W));
        return new(row, row, row, row);
    }

    public static Blocks MultiplyAdd(Blocks sums, Pack4<Pack2<Block>> left, Pack4<Block> right) =>
        new(Row(left.X, right, sums.X), Row(left.Y, right, sums.Y), Row(left.Z, right, sums.Z), Row(left.W, right, sums.W));

    public static void Store(Blocks sums, ArrayView<GpuLane32> target, long address, Pack4<Pack2<int>> places, Pack4<Pack2<int>> left)
    {
        StoreRow(sums.X, target, places.X, left.X);
        StoreRow(sums.Y, target, places.Y, left.Y);
        StoreRow(sums.Z, target, places.Z, left.Z);
        StoreRow(sums.W, target, places.W, left.W);
    }

    private static Block Start(Pack2<GpuLane32> column) => new(column.X, column.Y, column.X, column.Y);

    private static Pack4<Block> Row(Pack2<Block> left, Pack4<Block> right, Pack4<Block> sums) => new(
        R.MultiplyAdd(left, right.X, sums.X), R.MultiplyAdd(left, right.Y, sums.Y), R.MultiplyAdd(left, right.Z, sums.Z), R.MultiplyAdd(left, right.W, sums.W));

    private static void StoreRow(Pack4<Block> row, ArrayView<GpuLane32> target, Pack2<int> places, Pack2<int> left)
    {
        StoreBlock(row.X, target, places, left, 0);
        StoreBlock(row.Y, target, places, left, 8);
        StoreBlock(row.Z, target, places, left, 16);
        StoreBlock(row.W, target, places, left, 24);
    }

    private static void StoreBlock(Block sums, ArrayView<GpuLane32> target, Pack2<int> places, Pack2<int> left, int column)
    {
        if (left.X > column) (target[places.X + column], target[places.X + column + 1]) = (sums.X, sums.Y);
        if (left.Y > column) (target[places.Y + column], target[places.Y + column + 1]) = (sums.Z, sums.W);
    }
}
