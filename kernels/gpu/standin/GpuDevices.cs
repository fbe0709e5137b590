namespace Catapult.Kernels.Gpu;

/// <summary>Stands in for the ILGPU devices in a build without them: it names them and says how to switch them on.</summary>
public static class GpuDevices
{
    private const string Remedy = "built without the GPU backend; build it with -p:UseIlgpu=true";

    /// <summary>The kinds of GPU device, each with the reason why it cannot be used.</summary>
    public static IReadOnlyList<DeviceDescription> List() =>
    [
        new("cuda", "NVIDIA GPU", Remedy),
        new("opencl", "OpenCL device", Remedy),
        new("ilgpu-cpu", "ILGPU's own CPU accelerator", Remedy),
    ];

    /// <summary>The error that a build without devices answers with.</summary>
    /// <param name="kind">cuda, opencl or ilgpu-cpu.</param>
    /// <param name="precision">How matrices are to be multiplied.</param>
    /// <exception cref="InputException">Always.</exception>
    public static Backend Create(string kind, Precision precision = Precision.Float32) =>
        throw new InputException($"--device {kind} cannot be used: this catapult is {Remedy}, or choose --device cpu.");
}
