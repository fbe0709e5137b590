namespace Catapult.Kernels;

/// <summary>Group normalization of some images.</summary>
internal readonly unsafe struct GroupNormJob<E, V>(GroupNormGeometry g, int imagesInPart, E* x, E* gamma, E* beta, E* y) : IJob
    where E : unmanaged where V : struct, IVectorLane<V, E>
{
    public void Run(int part)
    {
        for (int image = part * imagesInPart, end = Math.Min(image + imagesInPart, g.Images); image < end; image++)
            for (int group = 0; group < g.Groups; group++) Normalize(image, group * g.Width);
    }

    private void Normalize(int image, int channel)
    {
        nint start = (nint)image * g.Pixels * g.Channels + channel;
        (double mean, double root) = new GroupMoments<E, V>(g.Pixels, g.Width, g.Channels).Of(x + start, g.Epsilon);
        V centre = V.Const(mean), scale = V.Const(root);
        for (int pixel = 0; pixel < g.Pixels; pixel++, start += g.Channels)
            for (int i = 0; i < g.Width; i += V.Count)
            {
                V value = V.MultiplyAdd((V.Load(x + start + i) - centre) * scale, V.Load(gamma + channel + i), V.Load(beta + channel + i));
                V.StoreAtMost(value, y + start + i, g.Width - i);
            }
    }
}
