using System.Runtime.InteropServices;
using BenchmarkDotNet.Environments;
using Catapult.Kernels.Gpu;

namespace Catapult.Benchmarks;

/// <summary>Where and when something was measured.</summary>
/// <param name="Device">What computed: "cpu", or the kind of another device and what it is.</param>
/// <param name="Processor">The processor's name.</param>
/// <param name="Processors">How many the program may use.</param>
/// <param name="System">The operating system.</param>
/// <param name="Runtime">The .NET that ran it.</param>
/// <param name="Date">The day, in UTC.</param>
public sealed record Machine(string Device, string Processor, int Processors, string System, string Runtime, DateOnly Date)
{
    /// <summary>This machine, today.</summary>
    /// <param name="device">The kind of device, one of <see cref="PeersOptions.Devices"/>.</param>
    public static Machine Here(string device) => new(
        Describe(device), HostEnvironmentInfo.GetCurrent().CpuInfo.Value.ProcessorName.Trim(), Environment.ProcessorCount,
        RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription, DateOnly.FromDateTime(DateTime.UtcNow));

    private static string Describe(string device) =>
        GpuDevices.List().FirstOrDefault(one => one.Kind == device && one.Obstacle is null) is { } found ? $"{device}, {found.Name}" : device;
}
