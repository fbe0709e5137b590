using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>
/// Threads that stay and share out the parts of one parallel loop at a time; a loop allocates nothing.
/// The caller works too, so a loop never waits for a sleeping worker to take part.
/// </summary>
internal sealed unsafe class WorkerPool : IDisposable
{
    // Long enough to bridge the serial code between two kernels, short enough to leave the processor to others afterwards.
    private const int SpinsBeforeSleep = 2_000;
    private const int Closed = int.MaxValue;

    private readonly Thread[] workers;
    private readonly SemaphoreSlim wake = new(0);
    private readonly Lock gate = new();

    // The ticket is (loop number << 32 | next part). A claim is a compare-and-swap on all of it, so that it succeeds only
    // while the fields below belong to that loop.
    private long ticket = Closed;
    private int parts, finished, sleepers;
    private void* job;
    private delegate*<void*, int, void> body;
    private Exception? failure;
    private volatile bool stopping;

    public WorkerPool(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        workers = new Thread[threads - 1];
        for (int i = 0; i < workers.Length; i++)
        {
            workers[i] = new Thread(Work) { IsBackground = true, Name = $"Catapult worker {i + 1}" };
            workers[i].Start();
        }
    }

    public int Threads => workers.Length + 1;

    /// <summary>Runs all parts and returns when they are done; the first exception of a part is thrown again here.</summary>
    public void Run<J>(int count, J loop) where J : struct, IJob
    {
        // A pool that is busy, with a loop of another thread or with the one that calls, would deadlock or idle: run the loop here.
        if (count <= 1 || workers.Length == 0 || gate.IsHeldByCurrentThread || !gate.TryEnter())
        {
            for (int part = 0; part < count; part++) loop.Run(part);
            return;
        }
        try
        {
            Share(count, Unsafe.AsPointer(ref loop), &Invoke<J>);
        }
        finally
        {
            gate.Exit();
        }
    }

    public void Dispose()
    {
        stopping = true;
        wake.Release(workers.Length + 1);
        foreach (Thread worker in workers) worker.Join();
        wake.Dispose();
    }

    private static void Invoke<J>(void* job, int part) where J : struct, IJob => Unsafe.AsRef<J>(job).Run(part);

    private void Share(int count, void* loop, delegate*<void*, int, void> invoke)
    {
        long number = ((ticket >> 32) + 1) << 32;
        Interlocked.Exchange(ref ticket, number | Closed);
        (parts, finished, failure) = (count, 0, null);
        job = loop;
        body = invoke;
        Interlocked.Exchange(ref ticket, number);
        int asleep = Volatile.Read(ref sleepers);
        if (asleep > 0) wake.Release(Math.Min(asleep, count - 1));
        while (TryRunPart()) { }
        var spin = new SpinWait();
        while (Volatile.Read(ref finished) < count) spin.SpinOnce(sleep1Threshold: -1);
        if (failure is { } thrown) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(thrown);
    }

    private bool TryRunPart()
    {
        long claim = Volatile.Read(ref ticket);
        int part = (int)claim;
        void* loop = job;
        delegate*<void*, int, void> invoke = body;
        if (part >= Volatile.Read(ref parts)) return false;
        if (Interlocked.CompareExchange(ref ticket, claim + 1, claim) != claim) return true;
        try
        {
            invoke(loop, part);
        }
        catch (Exception thrown)
        {
            Interlocked.CompareExchange(ref failure, thrown, null);
        }
        Interlocked.Increment(ref finished);
        return true;
    }

    private void Work()
    {
        while (!stopping)
        {
            while (TryRunPart()) { }
            if (!SpinForWork()) Sleep();
        }
    }

    private bool SpinForWork()
    {
        for (int i = 0; i < SpinsBeforeSleep; i++)
        {
            if (HasWork() || stopping) return true;
            Thread.SpinWait(8);
        }
        return false;
    }

    private bool HasWork() => (int)Volatile.Read(ref ticket) < Volatile.Read(ref parts);

    private void Sleep()
    {
        Interlocked.Increment(ref sleepers);
        // Work that was published between the last look and the increment would otherwise be slept through.
        if (!HasWork() && !stopping) wake.Wait();
        Interlocked.Decrement(ref sleepers);
    }
}
