using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace Catapult.Kernels.Gpu;

/// <summary>Devices in words.</summary>
internal static class DeviceText
{
    private const double Gibi = 1L << 30;

    /// <summary>Name, memory, multiprocessors, and the compute capability or version.</summary>
    public static string Describe(Device device) => device switch
    {
        CudaDevice cuda => $"{Base(cuda)}, compute capability {cuda.Architecture?.Major}.{cuda.Architecture?.Minor}, driver {cuda.DriverVersion.Major}.{cuda.DriverVersion.Minor}",
        CLDevice openCl => $"{Base(openCl)}, {openCl.PlatformName}, OpenCL {openCl.DeviceVersion.Major}.{openCl.DeviceVersion.Minor}",
        _ => "ILGPU's own CPU accelerator: a thread for each GPU thread, slow, for tests and debuggers",
    };

    private static string Base(Device device) =>
        FormattableString.Invariant($"{device.Name.Trim()}, {device.MemorySize / Gibi:F1} GiB, {device.NumMultiprocessors} multiprocessors");
}
