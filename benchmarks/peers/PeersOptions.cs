namespace Catapult.Benchmarks;

/// <summary>What <c>peers</c> is told to do.</summary>
public sealed record PeersOptions
{
    /// <summary>Only workloads whose names contain this.</summary>
    public string Only { get; init; } = "";

    /// <summary>Threads on each side.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The least seconds of a measurement.</summary>
    public double Seconds { get; init; } = 2;

    /// <summary>How often the list is gone through.</summary>
    public int Repeat { get; init; } = 1;

    /// <summary>The Python that has PyTorch.</summary>
    public string Torch { get; init; } = "python3";

    /// <summary>The peer's script; null for the usual place, if it is there.</summary>
    public string? PeerScript { get; init; }

    /// <summary>Where to write everything; null for nowhere.</summary>
    public string? Json { get; init; }

    /// <summary>The workloads that are asked for.</summary>
    public IReadOnlyList<Workload> Workloads => [.. Benchmarks.Workloads.All.Where(workload => workload.Name.Contains(Only, StringComparison.Ordinal))];
}
