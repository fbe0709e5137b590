namespace Catapult.Kernels.Gpu;

internal partial class GpuKernels<T>
{
    /// <inheritdoc/>
    public override void Unary<O>(O f, DeviceBuffer x, DeviceBuffer y) =>
        launcher.Run(launcher.Packed(y.Length), new UnaryKernel<O, T>(f, At(x), At(y)));

    /// <inheritdoc/>
    public override void Binary<O>(O f, in LoopNest nest, DeviceBuffer a, DeviceBuffer b, DeviceBuffer y)
    {
        if (IsPlain(nest)) launcher.Run(launcher.Packed(y.Length), new BinaryKernel<O, T>(f, At(a), At(b), At(y)));
        else launcher.Run(launcher.Strided(y.Length), new BroadcastKernel<O, T>(f, new GpuNest(nest), At(a), At(b), At(y)));
    }

    /// <inheritdoc/>
    public override void Copy(in LoopNest nest, DeviceBuffer x, DeviceBuffer y)
    {
        int length = nest.Length;
        bool plain = IsPlain(nest) && nest.OffsetA % Pack4<T>.Count == 0 && nest.OffsetB % Pack4<T>.Count == 0;
        if (plain) launcher.Run(launcher.Packed(length), new UnaryKernel<Identity, T>(new(), At(x).SubView(nest.OffsetA, length), At(y).SubView(nest.OffsetB, length)));
        else launcher.Run(launcher.Strided(length), new CopyKernel<T>(new GpuNest(nest), length, At(x), At(y)));
    }

    /// <inheritdoc/>
    public override void Select(DeviceBuffer mask, DeviceBuffer a, DeviceBuffer b, DeviceBuffer y) =>
        launcher.Run(launcher.Strided(y.Length), new SelectKernel<T>(At(mask), At(a), At(b), At(y)));

    /// <inheritdoc/>
    /// <remarks>Normal numbers rest on the last bits of the processor's logarithm and sine, so they are made there and uploaded.</remarks>
    public override void Random(RandomDistribution distribution, RandomStream stream, ulong start, DeviceBuffer y)
    {
        if (distribution == RandomDistribution.Uniform)
        {
            launcher.Run(launcher.Strided(y.Length), new UniformKernel<T>(stream, start, At(y)));
            return;
        }
        var values = new T[y.Length];
        for (int i = 0; i < values.Length; i++)
        {
            ulong index = start + (ulong)i;
            var (first, second) = stream.Normal(index / 2);
            values[i] = T.Const(index % 2 == 0 ? first : second);
        }
        memory.Upload<T>(values, y);
    }

    private static bool IsPlain(in LoopNest nest) => nest.Rank == 1 && nest.StridesA[0] == 1 && nest.StridesB[0] == 1;
}
