using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Benchmarks;

/// <summary>Something to time that PyTorch is timed at as well: its name and shapes are the peer's.</summary>
public abstract record Workload
{
    /// <summary>What the peer calls it.</summary>
    public abstract string Name { get; }

    /// <summary>The unit of its rate, such as "GFLOP/s".</summary>
    public abstract string Unit { get; }

    /// <summary>What one call does, in that unit times seconds.</summary>
    public abstract double Work { get; }

    /// <summary>Floating-point operations of a call, a multiply-add as two; null where they are too few to bound it.</summary>
    public virtual double? Flops => null;

    /// <summary>Bytes that a call reads and writes at the least, passes that its parts cannot share counted each; null where that is not simple.</summary>
    public virtual double? Bytes => null;

    /// <summary>Makes fresh data and returns the call to be timed. On a device that queues its work the call returns before that is done.</summary>
    public abstract Action Prepare(Backend backend);

    /// <inheritdoc/>
    public sealed override string ToString() => Name;

    /// <summary>Standard normal numbers, others in each stream.</summary>
    protected static Tensor Normal(Backend backend, Shape shape, ulong stream) =>
        Tensor.Random(backend, shape, RandomDistribution.Normal, new RandomStream(Seed: 0, stream));
}
