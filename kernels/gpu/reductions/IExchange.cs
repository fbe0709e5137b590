namespace Catapult.Kernels.Gpu;

/// <summary>How neighbouring threads hand each other their states without shared memory.</summary>
internal interface IExchange
{
    /// <summary>The threads among which it works, a power of two; 1 where it does not.</summary>
    static abstract int Reach { get; }

    /// <summary>The state of the thread that stands <paramref name="distance"/> further on, less than the reach. All threads must call it.</summary>
    static abstract S Ahead<S>(S state, int distance) where S : unmanaged;
}
