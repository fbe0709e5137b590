namespace Catapult.Kernels;

/// <summary>A run of one tensor's weights with the gradients and the state that belong to them.</summary>
internal unsafe struct UpdateChunk<E> where E : unmanaged
{
    public E* Weights, Gradients, Slot0, Slot1, Slot2;
    public int Length;
}
