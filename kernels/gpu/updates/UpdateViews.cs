using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>A parameter tensor with its gradients and state; a slot that the rule has not is the weights once more.</summary>
internal readonly struct UpdateViews<T>(ArrayView<T> weights, ArrayView<T> gradients, ArrayView<T> slot0, ArrayView<T> slot1, ArrayView<T> slot2)
    where T : unmanaged, IGpuLane<T>
{
    /// <summary>Elements of a chunk, which is a group's work.</summary>
    public const int ChunkLength = 4096;

    public readonly ArrayView<T> Weights = weights, Gradients = gradients, Slot0 = slot0, Slot1 = slot1, Slot2 = slot2;
}
