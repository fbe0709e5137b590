using System.Runtime.InteropServices;
using BenchmarkDotNet.Environments;

namespace Catapult.Benchmarks;

/// <summary>Where and when something was measured.</summary>
/// <param name="Processor">The processor's name.</param>
/// <param name="Processors">How many the program may use.</param>
/// <param name="System">The operating system.</param>
/// <param name="Runtime">The .NET that ran it.</param>
/// <param name="Date">The day, in UTC.</param>
public sealed record Machine(string Processor, int Processors, string System, string Runtime, DateOnly Date)
{
    /// <summary>This machine, today.</summary>
    public static Machine Here => new(
        HostEnvironmentInfo.GetCurrent().CpuInfo.Value.ProcessorName.Trim(), Environment.ProcessorCount,
        RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription, DateOnly.FromDateTime(DateTime.UtcNow));
}
