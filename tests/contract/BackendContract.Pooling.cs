using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

public abstract partial class BackendContract
{
    /// <summary>Windows that tile, overlap, leave gaps, do not divide the image, cover it whole, and reach over its border.</summary>
    private static readonly Pool2dGeometry[] Pools =
    [
        Pool([1, 4, 4, 1], (2, 2), (2, 2), (0, 0)),
        Pool([2, 7, 5, 3], (2, 2), (2, 2), (0, 0)),
        Pool([2, 7, 9, 8], (3, 3), (2, 2), (1, 1)),
        Pool([1, 9, 7, 17], (3, 2), (1, 2), (1, 1)),
        Pool([3, 8, 8, 33], (2, 2), (3, 3), (0, 0)),
        Pool([2, 5, 6, 16], (5, 6), (1, 1), (0, 0)),
        Pool([2, 5, 7, 10], (4, 5), (3, 2), (2, 2)),
        Pool([1, 6, 6, 20], (1, 1), (1, 1), (0, 0)),
        Pool([0, 6, 6, 3], (2, 2), (2, 2), (0, 0)),
        Pool([5, 33, 31, 16], (3, 3), (2, 2), (1, 1)),
    ];

    [Test]
    public void MaxPoolTakesTheFirstAmongEquals([Floats] DType type, [ValueSource(nameof(Pools))] Pool2dGeometry geometry)
    {
        CheckMaxPool(type, geometry, Samples.Uniform(1, geometry.InputShape.Size));
        CheckMaxPool(type, geometry, Samples.Grid(1, geometry.InputShape.Size));
        CheckMaxPool(type, geometry, [.. Samples.Uniform(1, geometry.InputShape.Size, -3, -2)]);
    }

    [Test]
    public void MaxPoolCountsNaNAsLargestAndPaddingAsNothing([Floats] DType type, [ValueSource(nameof(Pools))] Pool2dGeometry geometry)
    {
        double[] choice = [double.NaN, double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity, 0, 1];
        CheckMaxPool(type, geometry, [.. Samples.Below(choice.Length, 1, geometry.InputShape.Size).Select(i => choice[i])]);
        CheckMaxPool(type, geometry, [.. Enumerable.Repeat(double.NegativeInfinity, geometry.InputShape.Size)]);
    }

    [Test]
    public void MaxPoolGradientAddsUpOverlaps([Floats] DType type, [ValueSource(nameof(Pools))] Pool2dGeometry geometry) =>
        CheckMaxPoolGradient(type, geometry, Samples.Uniform(2, geometry.OutputShape.Size));

    [Test]
    public void AveragePoolAndItsGradient([Floats] DType type, [ValueSource(nameof(Pools))] Pool2dGeometry geometry)
    {
        CheckAveragePool(type, geometry, Samples.Uniform(1, geometry.InputShape.Size));
        CheckAveragePoolGradient(type, geometry, Samples.Uniform(1, geometry.OutputShape.Size));
    }

    [Test]
    public void PoolingOfEveryLength([Floats] DType type)
    {
        foreach (int length in Lengths[1..])
            foreach (Shape input in (Shape[])[[1, 2, 3, length], [1, 2, length, 2]])
            {
                var geometry = Pool(input, (2, 2), (1, 2), (1, 1));
                CheckMaxPool(type, geometry, Samples.Uniform(1, geometry.InputShape.Size));
                CheckMaxPoolGradient(type, geometry, Samples.Uniform(2, geometry.OutputShape.Size));
                CheckAveragePool(type, geometry, Samples.Uniform(1, geometry.InputShape.Size));
                CheckAveragePoolGradient(type, geometry, Samples.Uniform(1, geometry.OutputShape.Size));
            }
    }

    [Test]
    public void PoolingKeepsNaNAndInfinityInTheirWindows(
        [Floats] DType type, [Values(double.NaN, double.PositiveInfinity, double.NegativeInfinity)] double value)
    {
        foreach (var geometry in Pools.Where(pool => pool.Batch > 0))
        {
            double[] dy = Poisoned(geometry.OutputShape.Size, value);
            CheckAveragePool(type, geometry, Poisoned(geometry.InputShape.Size, value));
            CheckAveragePoolGradient(type, geometry, dy);
            CheckMaxPoolGradient(type, geometry, dy);
        }
    }

    private void CheckMaxPool(DType type, Pool2dGeometry geometry, double[] x) => Check($"max pool {geometry}", type, 0, rig =>
    {
        var (y, indices) = (rig.Target(geometry.OutputShape.Size), rig.Target(geometry.OutputShape.Size, DType.Int32));
        rig.Backend.MaxPool2d(geometry, rig.Operand(x), y, indices);
        return [y, indices];
    });

    private void CheckMaxPoolGradient(DType type, Pool2dGeometry geometry, double[] dy)
    {
        int[] winners = Winners(geometry);
        CheckSum($"gradient of max pool {geometry}", type, Window(geometry), rig =>
        {
            var dx = rig.Target(geometry.InputShape.Size);
            rig.Backend.ScatterAdd(geometry.Batch, 1, rig.Operand(dy), rig.Indices(winners), dx);
            return [dx];
        });
    }

    private void CheckAveragePool(DType type, Pool2dGeometry geometry, double[] x) => CheckSum($"average pool {geometry}", type, Window(geometry), rig =>
    {
        var y = rig.Target(geometry.OutputShape.Size);
        rig.Backend.AveragePool2d(geometry, rig.Operand(x), y);
        return [y];
    });

    private void CheckAveragePoolGradient(DType type, Pool2dGeometry geometry, double[] dy) =>
        CheckSum($"gradient of average pool {geometry}", type, Window(geometry), rig =>
        {
            var dx = rig.Target(geometry.InputShape.Size);
            rig.Backend.AveragePool2dInputGradient(geometry, rig.Operand(dy), dx);
            return [dx];
        });

    private static int Window(Pool2dGeometry geometry) => geometry.KernelHeight * geometry.KernelWidth;

    /// <summary>The places of the maxima of some image, by the specification.</summary>
    private static int[] Winners(Pool2dGeometry geometry)
    {
        using var reference = new ReferenceBackend();
        var indices = new Rig(reference, DType.Float64).Run(rig =>
        {
            var (y, places) = (rig.Target(geometry.OutputShape.Size), rig.Target(geometry.OutputShape.Size, DType.Int32));
            rig.Backend.MaxPool2d(geometry, rig.Operand(Samples.Grid(3, geometry.InputShape.Size)), y, places);
            return [places, y];
        })[0].Values;
        return Array.ConvertAll(indices, index => (int)index);
    }

    private static Pool2dGeometry Pool(Shape input, (int, int) kernel, (int, int) stride, (int, int) padding) =>
        Pool2dGeometry.Create("test", input, kernel, stride, padding);
}
