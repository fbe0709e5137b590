using System.Runtime.InteropServices;

namespace Catapult.Kernels.Gpu;

/// <summary>The graph functions of the CUDA driver, 11.4 or later, which ILGPU does not wrap. Each returns an error code.</summary>
internal static partial class CudaGraphDriver
{
    /// <summary>No error.</summary>
    public const int Success = 0;

    /// <summary>A capture that lets the program do what it likes meanwhile, such as taking memory.</summary>
    public const int RelaxedCapture = 2;

    private const string Driver = "cuda";

    [LibraryImport(Driver, EntryPoint = "cuStreamBeginCapture_v2")]
    public static partial int BeginCapture(nint stream, int mode);

    [LibraryImport(Driver, EntryPoint = "cuStreamEndCapture")]
    public static partial int EndCapture(nint stream, out nint graph);

    [LibraryImport(Driver, EntryPoint = "cuGraphInstantiateWithFlags")]
    public static partial int Instantiate(out nint executable, nint graph, ulong flags);

    [LibraryImport(Driver, EntryPoint = "cuGraphLaunch")]
    public static partial int Launch(nint executable, nint stream);

    [LibraryImport(Driver, EntryPoint = "cuGraphDestroy")]
    public static partial int DestroyGraph(nint graph);

    [LibraryImport(Driver, EntryPoint = "cuGraphExecDestroy")]
    public static partial int DestroyExecutable(nint executable);
}
