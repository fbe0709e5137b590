using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace Catapult.Kernels.Gpu;

/// <summary>The devices that ILGPU finds, and backends on them.</summary>
public static class GpuDevices
{
    // A small processor: ILGPU runs each of its threads as one of the operating system's.
    private const int WarpSize = 8, Warps = 8;

    static GpuDevices() => NativeLibraries.Register();

    /// <summary>The kinds of GPU device: those that are here with their size and abilities, and why a missing one is missing.</summary>
    public static IReadOnlyList<DeviceDescription> List() => [.. Kinds.SelectMany(kind => List(kind))];

    /// <summary>A backend on the first device of a kind.</summary>
    /// <param name="kind">cuda, opencl or ilgpu-cpu.</param>
    /// <param name="precision">How matrices are multiplied; exactly where the device has no tensor cores.</param>
    /// <exception cref="InputException">There is no such device, or it cannot be used; the message says why.</exception>
    public static Backend Create(string kind, Precision precision = Precision.Float32)
    {
        Context? context = null;
        try
        {
            context = CreateContext(kind);
            Device device = Usable(context, kind).FirstOrDefault() ?? throw new InputException($"--device {kind} cannot be used: {Missing(kind)}; choose --device cpu.");
            return new GpuBackend(kind, context, device.CreateAccelerator(context), precision);
        }
        catch (Exception error)
        {
            context?.Dispose();
            throw error as InputException ?? new InputException($"--device {kind} cannot be used: {error.Message.TrimEnd('.')}; choose --device cpu.", error);
        }
    }

    /// <summary>
    /// The level of optimization is the context's. On CUDA the first, because the uniform branches of the second keep the assembler from unrolling;
    /// elsewhere the second. The kind ptx is CUDA without a device.
    /// </summary>
    internal static Context CreateContext(string kind) => Context.Create(builder =>
    {
        builder.EnableAlgorithms().Profiling().Optimize(kind is "cuda" or "ptx" ? OptimizationLevel.O1 : OptimizationLevel.O2);
        if (kind == "cuda") builder.Cuda();
        if (kind == "opencl") builder.OpenCL(OpenClDevices.IsUsable);
        if (kind == "ilgpu-cpu") builder.CPU(new CPUDevice(WarpSize, Warps, Environment.ProcessorCount));
    });

    private static string[] Kinds => ["cuda", "opencl", "ilgpu-cpu"];

    private static IEnumerable<DeviceDescription> List(string kind)
    {
        try
        {
            using Context context = CreateContext(kind);
            DeviceDescription[] found = [.. Usable(context, kind).Select(device => new DeviceDescription(kind, DeviceText.Describe(device)))];
            return found.Length > 0 ? found : [new(kind, KindName(kind), Missing(kind))];
        }
        catch (Exception error)
        {
            return [new(kind, KindName(kind), error.Message.TrimEnd('.'))];
        }
    }

    /// <summary>The devices of a kind; a context always has a processor as well.</summary>
    private static IEnumerable<Device> Usable(Context context, string kind) => context.Devices.Where(device => device.AcceleratorType == kind switch
    {
        "cuda" => AcceleratorType.Cuda,
        "opencl" => AcceleratorType.OpenCL,
        _ => AcceleratorType.CPU,
    });

    private static string KindName(string kind) => kind == "cuda" ? "NVIDIA GPU" : kind == "opencl" ? "OpenCL device" : "ILGPU's own CPU accelerator";

    private static string Missing(string kind) => kind == "cuda"
        ? "no NVIDIA GPU with a driver (libcuda.so.1) was found"
        : "no OpenCL device of version 2.0 or later with a driver (libOpenCL.so.1) was found";
}
