namespace Catapult.Kernels;

/// <summary>One parameter tensor of a fused update: its weights, gradients and state, all of the same length and type.</summary>
public readonly record struct UpdateTarget(DeviceBuffer Weights, DeviceBuffer Gradients, DeviceBuffer? Slot0, DeviceBuffer? Slot1, DeviceBuffer? Slot2)
{
    /// <summary>The largest number of state values a weight can have.</summary>
    public const int MaxSlots = 3;
}
