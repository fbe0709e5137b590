using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

public abstract partial class BackendContract
{
    private static readonly int[] RowWidths = [1, 2, 3, 7, 8, 9, 16, 33, 64, 65, 200];

    [Test]
    public void GathersRows([Values] DType type)
    {
        foreach (int width in RowWidths)
            foreach (int length in (int[])[0, 1, 5, 37])
                CheckGather(type, Samples.Uniform(1, 11 * width, -1e6, 1e6), length, width);
        CheckGather(type, Samples.Uniform(1, 11 * 3, -1e6, 1e6), 20_011, 3);
    }

    [Test]
    public void ScattersRowsThatMeet([Floats] DType type)
    {
        foreach (int width in RowWidths)
            foreach (int blocks in (int[])[1, 2, 5])
            {
                const int RowsIn = 9, RowsOut = 4;
                int[] indices = [.. Samples.Below(RowsOut, 2, blocks * RowsIn).Select((row, i) => i / RowsIn * RowsOut + row)];
                double[] dy = Samples.Uniform(3, blocks * RowsIn * width);
                CheckSum($"scatter of {blocks} blocks of rows of {width}", type, RowsIn, rig =>
                {
                    var dx = rig.Target(blocks * RowsOut * width);
                    rig.Backend.ScatterAdd(blocks, width, rig.Operand(dy), rig.Indices(indices), dx);
                    return [dx];
                });
            }
    }

    [Test]
    public void GatherNamesABadIndex([Values(-1, 4, int.MinValue)] int index)
    {
        var (x, indices, y) = (backend.Allocate(DType.Float32, 8), backend.Allocate(DType.Int32, 2), backend.Allocate(DType.Float32, 4));
        backend.Upload<int>([3, index], indices);
        Assert.That(
            () =>
            {
                backend.Gather(2, x, indices, y);
                backend.Synchronize();
            },
            Throws.TypeOf<InputException>().With.Message.Contains($"{index}").And.Message.Contains("place 1").And.Message.Contains("0..3"));
        foreach (DeviceBuffer buffer in (DeviceBuffer[])[x, indices, y]) backend.Release(buffer);
    }

    [Test]
    public void SelectsOnEveryLength([Floats] DType type)
    {
        for (int length = 0; length <= LongestTail; length++) CheckSelect(type, Samples.Grid(1, length), Samples.Uniform(2, length), Samples.Uniform(3, length));
        CheckSelect(type, Samples.Grid(1, Long), Samples.Uniform(2, Long), Samples.Uniform(3, Long));
        double[] special = Samples.Special;
        foreach (double other in special) CheckSelect(type, special, [.. special.Reverse()], [.. special.Select(_ => other)]);
    }

    [Test]
    public void SelectInPlace([Floats] DType type) => Check("select in place", type, 0, rig =>
    {
        DeviceBuffer mask = rig.Operand(Samples.Grid(1, 37)), a = rig.Operand(Samples.Uniform(2, 37)), b = rig.Operand(Samples.Uniform(3, 37));
        rig.Backend.Select(mask, a, b, a);
        rig.Backend.Select(mask, mask, b, b);
        return [a, b];
    });

    private void CheckSelect(DType type, double[] mask, double[] a, double[] b) => Check($"select of {mask.Length}", type, 0, rig =>
    {
        var y = rig.Target(mask.Length);
        rig.Backend.Select(rig.Operand(mask), rig.Operand(a), rig.Operand(b), y);
        return [y];
    });

    private void CheckGather(DType type, double[] x, int length, int width) => Check($"gather of {length} rows of {width}", type, 0, rig =>
    {
        var y = rig.Target(length * width);
        rig.Backend.Gather(width, rig.Operand(x), rig.Indices(Samples.Below(x.Length / width, 2, length)), y);
        return [y];
    });
}
