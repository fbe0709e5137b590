using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>Stands in for the compiler of the GPU's rungs in a build without ILGPU.</summary>
public static class GpuCode
{
    /// <summary>The error that such a build answers with.</summary>
    /// <exception cref="InputException">Always.</exception>
    public static IReadOnlyList<CodeListing> Compile(Rung rung) =>
        throw new InputException($"The PTX of {rung} needs ILGPU, and this catapult was built without: build it with -p:UseIlgpu=true.");
}
