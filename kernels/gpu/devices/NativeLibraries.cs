using System.Reflection;
using System.Runtime.InteropServices;
using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// Finds the drivers' libraries. ILGPU asks for them by names that on Linux only development packages install; the drivers themselves bring the names
/// with a version.
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
        string? versioned = name switch { "cuda" => "libcuda.so.1", "OpenCL" => "libOpenCL.so.1", _ => null };
        return OperatingSystem.IsLinux() && versioned is not null && NativeLibrary.TryLoad(versioned, out nint handle) ? handle : 0;
    }
}
