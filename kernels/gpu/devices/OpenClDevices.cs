using ILGPU.Runtime.OpenCL;

namespace Catapult.Kernels.Gpu;

/// <summary>Which OpenCL devices serve.</summary>
internal static class OpenClDevices
{
    private const string PortableCl = "Portable Computing Language";

    /// <summary>Whether a device has what ILGPU's code needs.</summary>
    public static bool IsUsable(CLDevice device)
    {
        // PoCL has one address space, the processor's, but its version 3.1 does not announce it, and ILGPU would refuse the device.
        if (device.PlatformName == PortableCl)
            typeof(CLCapabilityContext).GetProperty(nameof(CLCapabilityContext.GenericAddressSpace))!.SetValue(device.Capabilities, true);
        return device.Capabilities.GenericAddressSpace;
    }
}
