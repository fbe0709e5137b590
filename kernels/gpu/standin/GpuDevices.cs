namespace Catapult.Kernels.Gpu;

/// <summary>Stands in for the ILGPU devices in a build without them: it names them and says what is missing.</summary>
public static class GpuDevices
{
    private const string Remedy = "built without a GPU backend: it comes with the ILGPU kernels (-p:UseIlgpu=true), which this version does not hold yet";

    /// <summary>The kinds of GPU device, each with the reason why it cannot be used.</summary>
    public static IReadOnlyList<DeviceDescription> List() =>
    [
        new("cuda", "NVIDIA GPU", Remedy),
        new("opencl", "OpenCL GPU", Remedy),
        new("ilgpu-cpu", "ILGPU's own CPU accelerator, for tests", Remedy),
    ];

    /// <summary>The error for a device that this build cannot make.</summary>
    /// <param name="kind">Kind of the device, such as <c>cuda</c>.</param>
    public static InputException Unavailable(string kind) =>
        new($"--device {kind} cannot be used: this catapult is {Remedy}; choose --device cpu.");
}
