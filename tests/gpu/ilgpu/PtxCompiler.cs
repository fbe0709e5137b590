using Catapult.Kernels.Gpu;
using ILGPU;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime.Cuda;

namespace Catapult.Tests;

/// <summary>Compiles kernels to PTX as the CUDA devices do, without one.</summary>
internal sealed class PtxCompiler : IDisposable
{
    private readonly Context context = GpuDevices.CreateContext("ptx");
    private readonly PTXBackend backend;

    public PtxCompiler(CudaArchitecture architecture) =>
        backend = new PTXBackend(context, new CudaCapabilityContext(architecture), architecture, CudaInstructionSet.ISA_78, null);

    /// <summary>The PTX of a kernel.</summary>
    public string Compile(Type kernel) => ((PTXCompiledKernel)backend.Compile(
        EntryPointDescription.FromExplicitlyGroupedKernel(Launcher.EntryOf(kernel)), default, new GlobalAddresses())).PTXAssembly;

    public void Dispose()
    {
        backend.Dispose();
        context.Dispose();
    }
}
