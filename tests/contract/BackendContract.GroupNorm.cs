using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

public abstract partial class BackendContract
{
    /// <summary>A handful of roundings and a root; numbers of a group are at most a few standard deviations large.</summary>
    private const double GroupNormUlps = 64;

    private const double GroupNormEpsilon = 1e-5;

    [Test]
    public void GroupNormOfEveryShape([Floats] DType type)
    {
        foreach (var (images, pixels) in ((int, int)[])[(1, 1), (3, 1), (2, 5), (7, 3), (0, 4), (600, 1)])
            foreach (var (groups, width) in ((int, int)[])[(1, 5), (1, 8), (1, 33), (2, 1), (3, 7), (4, 8), (2, 17), (1, 257)])
                CheckGroupNorm(type, new(images, pixels, groups * width, groups, GroupNormEpsilon), -2, 3);
    }

    [Test]
    public void LayerNormOfEveryLength([Floats] DType type)
    {
        for (int length = 2; length <= LongestTail; length++) CheckGroupNorm(type, new(3, 1, length, 1, GroupNormEpsilon), -1, 1);
    }

    [Test]
    public void GroupNormKeepsNaNInItsGroup([Floats] DType type)
    {
        var geometry = new GroupNormGeometry(2, 3, 12, 2, GroupNormEpsilon);
        double[] x = Samples.Uniform(1, 72);
        (x[7], x[70]) = (double.NaN, double.PositiveInfinity);
        CheckGroupNorm(type, geometry, x);
    }

    private void CheckGroupNorm(DType type, GroupNormGeometry geometry, double low, double high) =>
        CheckGroupNorm(type, geometry, Samples.Uniform(1, geometry.Images * geometry.Pixels * geometry.Channels, low, high));

    private void CheckGroupNorm(DType type, GroupNormGeometry geometry, double[] x)
    {
        double[] gamma = Samples.Uniform(2, geometry.Channels, 0.5, 1.5), beta = Samples.Uniform(3, geometry.Channels), dy = Samples.Uniform(4, x.Length);
        // A group of few elements that nearly agree has a root of up to 1 / sqrt(epsilon), which magnifies the rounding of the inputs.
        double root = geometry.Pixels * geometry.Width == 1 ? 1 / Math.Sqrt(GroupNormEpsilon) : 20;
        Check($"{geometry}", type, GroupNormUlps, rig =>
        {
            var y = rig.Target(x.Length);
            rig.Backend.GroupNorm(geometry, rig.Operand(x), rig.Operand(gamma), rig.Operand(beta), y);
            return [y];
        });
        double ulps = GroupNormUlps * root + SumUlps(geometry.Images * geometry.Pixels) * geometry.Images * geometry.Pixels;
        Check($"gradients of {geometry}", type, ulps, rig =>
        {
            DeviceBuffer dx = rig.Target(x.Length), dgamma = rig.Target(geometry.Channels), dbeta = rig.Target(geometry.Channels);
            rig.Backend.GroupNormBackward(geometry, rig.Operand(x), rig.Operand(gamma), rig.Operand(dy), dx, dgamma, dbeta);
            return [dx, dgamma, dbeta];
        });
    }
}
