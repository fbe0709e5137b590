namespace Catapult.Kernels;

public sealed unsafe partial class CpuBackend
{
    /// <inheritdoc/>
    public override void GroupNorm(GroupNormGeometry geometry, DeviceBuffer x, DeviceBuffer gamma, DeviceBuffer beta, DeviceBuffer y)
    {
        int imagesInPart = ImagesInGroupNormPart(geometry), parts = Parts(geometry.Images, imagesInPart);
        if (IsSingle(x)) workers.Run(parts, new GroupNormJob<float, Vec32>(geometry, imagesInPart, At<float>(x), At<float>(gamma), At<float>(beta), At<float>(y)));
        else workers.Run(parts, new GroupNormJob<double, Vec64>(geometry, imagesInPart, At<double>(x), At<double>(gamma), At<double>(beta), At<double>(y)));
    }

    /// <inheritdoc/>
    public override void GroupNormBackward(
        GroupNormGeometry geometry, DeviceBuffer x, DeviceBuffer gamma, DeviceBuffer dy, DeviceBuffer dx, DeviceBuffer dgamma, DeviceBuffer dbeta)
    {
        if (IsSingle(x)) GroupNormBackward<float, Vec32>(geometry, At<float>(x), At<float>(gamma), At<float>(dy), At<float>(dx), At<float>(dgamma), At<float>(dbeta));
        else GroupNormBackward<double, Vec64>(geometry, At<double>(x), At<double>(gamma), At<double>(dy), At<double>(dx), At<double>(dgamma), At<double>(dbeta));
    }

    private static int ImagesInGroupNormPart(GroupNormGeometry g) => Math.Max(1, Grain / Math.Max(1, g.Pixels * g.Channels));

    private void GroupNormBackward<E, V>(GroupNormGeometry g, E* x, E* gamma, E* dy, E* dx, E* dgamma, E* dbeta)
        where E : unmanaged where V : struct, IVectorLane<V, E>
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
