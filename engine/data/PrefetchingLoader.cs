using System.Runtime.ExceptionServices;

namespace Catapult.Engine;

/// <summary>
/// Fills the next batches on a second thread while the current one is in use. The batches are those of the loader, step by
/// step from the first, in a ring of reused buffers; the loader belongs to this object until it is disposed.
/// </summary>
public sealed class PrefetchingLoader : IDisposable
{
    private const int Depth = 3;

    private readonly object gate = new();
    private readonly DataLoader loader;
    private readonly long firstStep;
    private readonly Batch[] ring;
    private readonly Thread worker;
    private ExceptionDispatchInfo? failure;
    private bool stopping;
    private long filled;
    private long taken;

    /// <summary>Starts to fill batches from a step of the run: 0, or where it was left.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    public PrefetchingLoader(DataLoader loader, long firstStep = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstStep);
        (this.loader, this.firstStep) = (loader, firstStep);
        ring = [.. Enumerable.Range(0, Depth).Select(_ => loader.CreateBatch())];
        worker = new(Work) { IsBackground = true, Name = "batch prefetch" };
        worker.Start();
    }

    /// <summary>
    /// The batch of the next step, valid until the next call, which hands its buffers back. What stopped the second thread
    /// is thrown here, after the batches that came before it.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The loader is disposed.</exception>
    public Batch Next()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(stopping, this);
            taken++;
            Monitor.PulseAll(gate);
            while (filled < taken && failure is null && !stopping) Monitor.Wait(gate);
            ObjectDisposedException.ThrowIf(stopping, this);
            if (filled < taken) failure!.Throw();
            return ring[(taken - 1) % Depth];
        }
    }

    /// <summary>Stops the second thread and waits for it.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            stopping = true;
            Monitor.PulseAll(gate);
        }

        worker.Join();
    }

    private void Work()
    {
        try
        {
            while (AwaitFreeBuffer())
            {
                loader.Fill(firstStep + filled, ring[filled % Depth]);
                lock (gate)
                {
                    filled++;
                    Monitor.PulseAll(gate);
                }
            }
        }
        catch (Exception e)
        {
            lock (gate)
            {
                failure = ExceptionDispatchInfo.Capture(e);
                Monitor.PulseAll(gate);
            }
        }
    }

    /// <summary>Waits until a buffer is neither filled nor in use; false when it is time to stop.</summary>
    private bool AwaitFreeBuffer()
    {
        lock (gate)
        {
            // The batch that was taken last is still in use.
            while (!stopping && filled - Math.Max(taken - 1, 0) >= Depth) Monitor.Wait(gate);
            return !stopping;
        }
    }
}
