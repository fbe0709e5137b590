namespace Catapult.Engine;

/// <summary>Restores the recording mode of the thread when disposed.</summary>
public readonly struct RecordingMode : IDisposable
{
    private readonly bool wasSuspended;

    internal RecordingMode(bool wasSuspended) => this.wasSuspended = wasSuspended;

    /// <inheritdoc/>
    public void Dispose() => Autograd.Restore(wasSuspended);
}
