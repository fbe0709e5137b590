using System.Reflection;
using Catapult.Kernels.Gpu;
using ILGPU;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace Catapult.Ladders;

/// <summary>Compiles kernels to PTX as the CUDA devices do, without one.</summary>
internal sealed class PtxCompiler : IDisposable
{
    private readonly Context context = GpuDevices.CreateContext("ptx");
    private readonly PTXBackend backend;

    public PtxCompiler(CudaArchitecture architecture) =>
        backend = new PTXBackend(context, new CudaCapabilityContext(architecture), architecture, CudaInstructionSet.ISA_78, null);

    /// <summary>The PTX of a kernel.</summary>
    public string Compile(Type kernel) => ((PTXCompiledKernel)backend.Compile(
        EntryPointDescription.FromExplicitlyGroupedKernel(Launcher.EntryOf(kernel)), SpecializationOf(kernel), new GlobalAddresses())).PTXAssembly;

    private static KernelSpecialization SpecializationOf(Type kernel) =>
        typeof(PtxCompiler).GetMethod(nameof(Specialization), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(kernel).Invoke(null, null) is KernelSpecialization found
            ? found
            : default;

    private static KernelSpecialization Specialization<K>() where K : struct, IGpuKernel => K.Specialization;

    public void Dispose()
    {
        backend.Dispose();
        context.Dispose();
    }
}
