namespace Catapult.Kernels.Gpu;

/// <summary>Packs on their way from global to shared memory, in registers meanwhile, so that the sums go on while they arrive.</summary>
internal struct Staged<T> where T : unmanaged
{
    public Pack4<T> P0, P1, P2, P3;
}
