namespace Catapult.Ladders;

/// <summary>What ILGPU makes of a GPU's rung for NVIDIA's GPUs of compute capability 9.0; no GPU is needed.</summary>
public static class GpuCode
{
    /// <summary>The PTX of a rung, as a listing.</summary>
    public static IReadOnlyList<CodeListing> Compile(Rung rung)
    {
        using var compiler = new PtxCompiler(ILGPU.Runtime.Cuda.CudaArchitecture.SM_90);
        return [PtxListing.Parse(Kernels.Gpu.KernelName.Of(rung.GpuKernel!), compiler.Compile(rung.GpuKernel!))];
    }
}
