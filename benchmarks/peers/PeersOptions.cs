using Catapult.Kernels;
using Catapult.Kernels.Gpu;

namespace Catapult.Benchmarks;

/// <summary>What <c>peers</c> is told to do.</summary>
public sealed record PeersOptions
{
    /// <summary>The processor, among <see cref="Devices"/>.</summary>
    public const string Cpu = "cpu";

    /// <summary>The GPU that PyTorch runs on as well.</summary>
    public const string Cuda = "cuda";

    /// <summary>The peer's sizes, among <see cref="Scales"/>.</summary>
    public const string Full = "full";

    /// <summary>Sizes that prove that everything runs.</summary>
    public const string Small = "small";

    /// <summary>Values of <see cref="Device"/>.</summary>
    public static IReadOnlyList<string> Devices { get; } = [Cpu, Cuda, "opencl", "ilgpu-cpu"];

    /// <summary>Values of <see cref="Scale"/>.</summary>
    public static IReadOnlyList<string> Scales { get; } = [Full, Small];

    /// <summary>Where both sides compute, one of <see cref="Devices"/>.</summary>
    public string Device { get; init; } = Cpu;

    /// <summary>How large the workloads are, one of <see cref="Scales"/>.</summary>
    public string Scale { get; init; } = Full;

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

    /// <summary>Whether the device takes work from a queue, so that calls return before it is done.</summary>
    public bool Queues => Device != Cpu;

    /// <summary>All workloads of the device and the scale.</summary>
    public IReadOnlyList<Workload> AllWorkloads => Scale == Small ? Benchmarks.Workloads.Small : Queues ? Benchmarks.Workloads.Gpu : Benchmarks.Workloads.Cpu;

    /// <summary>The workloads that are asked for.</summary>
    public IReadOnlyList<Workload> Workloads => [.. AllWorkloads.Where(workload => workload.Name.Contains(Only, StringComparison.Ordinal))];

    /// <summary>A new backend on the device.</summary>
    /// <exception cref="InputException">There is no such device, or this build cannot use it.</exception>
    public Backend CreateBackend() => Queues ? GpuDevices.Create(Device) : new CpuBackend(Threads);
}
