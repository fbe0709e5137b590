using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Holds the table of the GPU kernels to their sources, in every build.</summary>
public class GpuKernelTableTests
{
    [Test]
    public void TableIsOfTheseSources() => Assert.That(
        GpuKernelTable.Load().Sources,
        Is.EqualTo(GpuKernelTable.HashSources()),
        $"The sources of the GPU kernels have changed since their table was made. {Remedy}");

    [Test]
    public void TableOfTheRungsIsOfTheseSources() => Assert.That(
        GpuRungTable.Load().Sources, Is.EqualTo(GpuRungTable.HashSources()), $"The sources of the GPU's rungs have changed since their table was made. {Remedy}");

    private const string Remedy =
        "With ptxas and cuobjdump on the path run: CATAPULT_REFRESH_DOCS=1 dotnet test tests -c Release -p:UseIlgpu=true --filter \"PtxTests|DocumentationTests\"";
}
