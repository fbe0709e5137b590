namespace Catapult.Kernels;

/// <summary>y[i] = x[indices[i]] over one grain.</summary>
internal readonly unsafe struct GatherJob<W>(W* x, int* indices, W* y, int length, int grain) : IJob where W : unmanaged
{
    public void Run(int part)
    {
        for (int i = part * grain, end = Math.Min(i + grain, length); i < end; i++) y[i] = x[indices[i]];
    }
}
