using ILGPU;

namespace Catapult.Kernels.Gpu;

internal partial class GpuKernels<T>
{
    /// <inheritdoc/>
    public override void GroupNorm(GroupNormGeometry geometry, DeviceBuffer x, DeviceBuffer gamma, DeviceBuffer beta, DeviceBuffer y)
    {
        DeviceBuffer scratch = Statistics(geometry, x, out ArrayView<GroupStatistics<T>> statistics);
        launcher.Run(launcher.Strided(y.Length), new GroupNormKernel<T>(new(geometry), statistics, At(x), At(gamma), At(beta), At(y)));
        memory.Release(scratch);
    }

    /// <inheritdoc/>
    public override void GroupNormBackward(
        GroupNormGeometry geometry, DeviceBuffer x, DeviceBuffer gamma, DeviceBuffer dy, DeviceBuffer dx, DeviceBuffer dgamma, DeviceBuffer dbeta)
    {
        var layout = new GroupLayout(geometry);
        DeviceBuffer scratch = Statistics(geometry, x, out ArrayView<GroupStatistics<T>> statistics);
        DeviceBuffer sums = Scratch((long)geometry.Images * geometry.Groups, out ArrayView<SumPair<T>> means);
        ReduceGeometry groups = OfGroups(geometry);
        Fold<GroupSumsFold<T>, SumPair<T>>(groups, new(layout, groups.Reduced, statistics, At(x), At(gamma), At(dy), means));
        Fold<GroupParameterFold<T>, SumPair<T>>(
            new(1, geometry.Images * geometry.Pixels, geometry.Channels), new(layout, statistics, At(x), At(dy), At(dgamma), At(dbeta)));
        launcher.Run(launcher.Strided(dx.Length), new GroupNormGradientKernel<T>(layout, statistics, means, At(x), At(gamma), At(dy), At(dx)));
        memory.Release(sums);
        memory.Release(scratch);
    }

    private static ReduceGeometry OfGroups(GroupNormGeometry geometry) => new(geometry.Images * geometry.Groups, geometry.Pixels * geometry.Width, 1);

    private DeviceBuffer Statistics(GroupNormGeometry geometry, DeviceBuffer x, out ArrayView<GroupStatistics<T>> statistics)
    {
        DeviceBuffer scratch = Scratch((long)geometry.Images * geometry.Groups, out statistics);
        Fold<GroupMomentsFold<T>, Moments<T>>(OfGroups(geometry), new(new(geometry), T.Const(geometry.Epsilon), At(x), statistics));
        return scratch;
    }
}
