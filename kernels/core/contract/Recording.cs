namespace Catapult.Kernels;

/// <summary>
/// Kernels that a device runs again as it ran them before: the same code, arguments and buffers. The buffers that were taken from the pool meanwhile
/// stay with the recording until it is disposed, so results are found where they were.
/// </summary>
public abstract class Recording : IDisposable
{
    /// <summary>Queues all kernels once more, in their order.</summary>
    public abstract void Replay();

    /// <inheritdoc/>
    public abstract void Dispose();
}
