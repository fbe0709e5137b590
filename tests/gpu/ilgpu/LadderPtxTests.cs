using Catapult.Ladders;
using ILGPU.Runtime.Cuda;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>What the GPU's rungs become on NVIDIA GPUs, seen without one.</summary>
[Category("Gpu")]
public class LadderPtxTests
{
    private const string RefreshVariable = "CATAPULT_REFRESH_DOCS", Architecture = "sm_90";

    private readonly PtxCompiler compiler = new(CudaArchitecture.SM_90);
    private readonly PtxAssembler assembler = new();

    private static IEnumerable<TestCaseData> Rungs =>
        from ladder in AllLadders.All.Where(ladder => ladder.IsGpu)
        from rung in ladder.All
        select new TestCaseData(ladder, rung).SetArgDisplayNames(ladder.Name, rung.Name);

    [OneTimeTearDown]
    public void Dispose()
    {
        compiler.Dispose();
        assembler.Dispose();
    }

    [TestCaseSource(nameof(Rungs))]
    public void RungKeepsToRegisters(Ladder ladder, Rung rung)
    {
        CodeListing listing = GpuCode.Compile(rung).Single();
        Assert.That(listing.Whole.Calls, Is.Zero, "a function that was not inlined");
        Assert.That(listing.Whole.Loads, Is.Positive);
        if (PtxAssembler.IsInstalled) Assert.That(Assemble(ladder, rung).LocalBytes, Is.Zero, "local memory");
    }

    [Test]
    public void TableHoldsTheseFigures()
    {
        if (!PtxAssembler.IsInstalled) Assert.Ignore("ptxas and cuobjdump, of NVIDIA's toolkit, are not on the path.");
        var table = new GpuRungTable(
            GpuRungTable.HashSources(), PtxAssembler.Version, Architecture,
            [.. from ladder in AllLadders.All.Where(ladder => ladder.IsGpu) from rung in ladder.All select Figures(ladder, rung)]);
        if (Environment.GetEnvironmentVariable(RefreshVariable) == "1") table.Save();
        GpuRungTable committed = GpuRungTable.Load();
        if (committed.Assembler != table.Assembler) Assert.Ignore($"The table was made with ptxas {committed.Assembler}; here is {table.Assembler}.");
        Assert.That(committed.Rungs, Is.EqualTo(table.Rungs), $"The table is out of date; run this test with {RefreshVariable}=1.");
    }

    private GpuRungFigures Figures(Ladder ladder, Rung rung)
    {
        CodeListing listing = GpuCode.Compile(rung).Single();
        return new(ladder.Name, rung.Name, listing.Whole, CodeListing.BusiestLoop([listing]), Assemble(ladder, rung));
    }

    private GpuKernelFigures Assemble(Ladder ladder, Rung rung) => assembler.Assemble($"{ladder}/{rung}", compiler.Compile(rung.GpuKernel!), Architecture);
}
