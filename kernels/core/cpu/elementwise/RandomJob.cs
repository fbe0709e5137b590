namespace Catapult.Kernels;

/// <summary>Random elements, each a function of its own index alone.</summary>
internal readonly unsafe struct RandomJob<E>(RandomDistribution distribution, RandomStream stream, ulong start, E* y, int length, int grain) : IJob
    where E : unmanaged
{
    public void Run(int part)
    {
        for (int i = part * grain, end = Math.Min(i + grain, length); i < end; i++)
        {
            ulong index = start + (ulong)i;
            if (typeof(E) == typeof(float)) ((float*)y)[i] = distribution == RandomDistribution.Uniform ? stream.UniformSingle(index) : (float)Normal(index);
            else ((double*)y)[i] = distribution == RandomDistribution.Uniform ? stream.Uniform(index) : Normal(index);
        }
    }

    private double Normal(ulong index)
    {
        (double even, double odd) = stream.Normal(index / 2);
        return index % 2 == 0 ? even : odd;
    }
}
