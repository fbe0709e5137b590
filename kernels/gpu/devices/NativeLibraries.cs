using System.Reflection;
using System.Runtime.InteropServices;
using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// Finds the drivers' libraries. ILGPU asks for them by names that on Linux only development packages install; the drivers themselves bring the names
/// with a version. On Windows the CUDA driver has another name, which ILGPU knows and <see cref="CudaGraphDriver"/> does not.
/// </summary>
internal static class NativeLibraries
{
    /// <summary>Tells the runtime; once, before ILGPU is first used.</summary>
    public static void Register()
    {
        NativeLibrary.SetDllImportResolver(typeof(Context).Assembly, Resolve);
        NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        string? installed = (name, OperatingSystem.IsLinux(), OperatingSystem.IsWindows()) switch
        {
            ("cuda", true, _) => "libcuda.so.1",
            ("OpenCL", true, _) => "libOpenCL.so.1",
            ("cuda", _, true) => "nvcuda",
            _ => null,
        };
        return installed is not null && NativeLibrary.TryLoad(installed, out nint handle) ? handle : 0;
    }
}
