using Catapult.Kernels;
using Catapult.Kernels.Gpu;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>GPU backends for tests.</summary>
internal static class GpuTestDevice
{
    /// <summary>The kinds of device that this build can use on this machine.</summary>
    public static string[] KindsHere { get; } = [.. GpuDevices.List().Where(device => device.Obstacle is null).Select(device => device.Kind).Distinct()];

    /// <summary>A backend, or the end of the test with the reason why there is none.</summary>
    public static Backend CreateOrSkip(string kind)
    {
        try
        {
            return GpuDevices.Create(kind);
        }
        catch (InputException reason)
        {
            Assert.Ignore(reason.Message);
            throw;
        }
    }
}
