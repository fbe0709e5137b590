namespace Catapult.Kernels;

internal sealed unsafe partial class CpuKernels<E, V>
{
    private void Depthwise(in Conv2dGeometry g, E* x, E* w, E* bias, E* y) =>
        Depthwise(g, inputGradient: false, x, w, bias, y, g.Batch * g.OutHeight);

    private void DepthwiseInputGradient(in Conv2dGeometry g, E* dy, E* w, E* dx) =>
        Depthwise(g, inputGradient: true, dy, w, null, dx, g.Batch * g.Height);

    private void Depthwise(in Conv2dGeometry g, bool inputGradient, E* x, E* w, E* bias, E* y, int rows)
    {
        int taps = g.KernelHeight * g.KernelWidth, padded = DepthwisePacking<E>.Padded(g.InChannels, V.Count);
        using var packed = new Scratch<E>(pool, taps * padded);
        using var paddedBias = new Scratch<E>(pool, padded);
        DepthwisePacking<E>.Pack(g.InChannels, taps, padded, w, packed.Pointer);
        paddedBias.Span.Clear();
        if (bias != null) new ReadOnlySpan<E>(bias, g.InChannels).CopyTo(paddedBias.Span);
        workers.Run(rows, new DepthwiseJob<E, V>(g, inputGradient, x, packed.Pointer, paddedBias.Pointer, y));
    }

    private void DepthwiseWeightGradient(in Conv2dGeometry g, int imagesInPart, int parts, E* x, E* dy, E* dw)
    {
        int taps = g.KernelHeight * g.KernelWidth, padded = DepthwisePacking<E>.Padded(g.InChannels, V.Count), length = taps * padded;
        using var partials = new Scratch<E>(pool, Math.Max(1, parts) * length);
        if (parts == 0) partials.Span.Clear();
        workers.Run(parts, new DepthwiseWeightGradientJob<E, V>(g, imagesInPart, length, x, dy, partials.Pointer));
        E* sums = partials.Pointer;
        for (int part = 1; part < parts; part++)
            for (int i = 0; i < length; i += V.Count) V.Store(V.Load(sums + i) + V.Load(sums + (nint)part * length + i), sums + i);
        DepthwisePacking<E>.Unpack(g.InChannels, taps, padded, sums, dw);
    }
}
