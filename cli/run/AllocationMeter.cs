namespace Catapult.Cli;

/// <summary>Managed bytes that all threads allocate from one step to the next.</summary>
internal sealed class AllocationMeter
{
    private readonly List<long> steps = [];
    private long last = GC.GetTotalAllocatedBytes();

    /// <summary>Forgets what was allocated between two steps.</summary>
    public void Resume() => last = GC.GetTotalAllocatedBytes();

    public void Step()
    {
        long now = GC.GetTotalAllocatedBytes();
        steps.Add(now - last);
        last = now;
    }

    /// <summary>The median of the last half; 0 before the first step.</summary>
    public long Median()
    {
        long[] half = [.. steps.Skip(steps.Count / 2).Order()];
        return half.Length == 0 ? 0 : half[half.Length / 2];
    }
}
