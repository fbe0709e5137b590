using Catapult.Kernels;
using Catapult.Ladders;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The rungs of the GPU's ladders, on every device that is here.</summary>
[Category("Gpu")]
public class GpuLadderTests
{
    private static IEnumerable<TestCaseData> Rungs =>
        from kind in GpuTestDevice.KindsHere
        from ladder in AllLadders.All.Where(ladder => ladder.IsGpu)
        from rung in ladder.All
        select new TestCaseData(kind, ladder, rung).SetArgDisplayNames(kind, ladder.Name, rung.Name);

    [TestCaseSource(nameof(Rungs))]
    public void RungIsRight(string kind, Ladder ladder, Rung rung)
    {
        using Backend backend = EngineBackends.Create(kind);
        Assert.That(ladder.FaultOf(rung, backend, out _), Is.Null);
    }
}
