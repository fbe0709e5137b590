namespace Catapult.Kernels;

internal sealed unsafe partial class CpuKernels<E, V>
{
    /// <inheritdoc/>
    public override void GroupNorm(GroupNormGeometry geometry, DeviceBuffer x, DeviceBuffer gamma, DeviceBuffer beta, DeviceBuffer y)
    {
        int imagesInPart = ImagesInGroupNormPart(geometry), parts = Parts(geometry.Images, imagesInPart);
        workers.Run(parts, new GroupNormJob<E, V>(geometry, imagesInPart, At(x), At(gamma), At(beta), At(y)));
    }

    /// <inheritdoc/>
    public override void GroupNormBackward(
        GroupNormGeometry geometry, DeviceBuffer x, DeviceBuffer gamma, DeviceBuffer dy, DeviceBuffer dx, DeviceBuffer dgamma, DeviceBuffer dbeta) =>
        GroupNormBackward(geometry, At(x), At(gamma), At(dy), At(dx), At(dgamma), At(dbeta));

    private static int ImagesInGroupNormPart(GroupNormGeometry g) => Math.Max(1, Grain / Math.Max(1, g.Pixels * g.Channels));

    private void GroupNormBackward(GroupNormGeometry g, E* x, E* gamma, E* dy, E* dx, E* dgamma, E* dbeta)
    {
        int imagesInPart = ImagesInGroupNormPart(g), parts = Parts(g.Images, imagesInPart), length = 2 * g.Channels;
        using var partial = new Scratch<E>(pool, parts * length);
        workers.Run(parts, new GroupNormGradientJob<E, V>(g, imagesInPart, x, gamma, dy, dx, partial.Pointer));
        for (int c = 0; c < g.Channels; c++)
        {
            double product = 0, sum = 0;
            for (int part = 0; part < parts; part++)
            {
                E* sums = partial.Pointer + (nint)part * length;
                product += V.At(V.Broadcast(sums + c), 0);
                sum += V.At(V.Broadcast(sums + g.Channels + c), 0);
            }
            V.StorePartial(V.Const(product), dgamma + c, 1);
            V.StorePartial(V.Const(sum), dbeta + c, 1);
        }
    }
}
