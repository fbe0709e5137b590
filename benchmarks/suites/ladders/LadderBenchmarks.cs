using BenchmarkDotNet.Attributes;
using Catapult.Kernels;
using Catapult.Ladders;

namespace Catapult.Benchmarks;

/// <summary>The rungs of a ladder, by their names, on the problem of its race; those that share work among threads on all processors.</summary>
/// <param name="name">The ladder's name.</param>
public abstract class LadderBenchmarks(string name)
{
    private readonly Ladder ladder = AllLadders.Named(name)!;
    private CpuBackend backend = null!;
    private Problem problem = null!;
    private Rung rung = null!;

    /// <summary>The values of <see cref="Rung"/>, from the plainest up.</summary>
    public IEnumerable<string> Rungs => ladder.Rungs.Select(one => one.Name);

    /// <summary>The values of <see cref="Threads"/>.</summary>
    public static IEnumerable<int> AllThreads => [Environment.ProcessorCount];

    /// <summary>The rung that runs.</summary>
    [ParamsSource(nameof(Rungs))]
    public string Rung { get; set; } = "";

    /// <summary>Threads of the backend, whose roof the speed is held to.</summary>
    [ParamsSource(nameof(AllThreads))]
    public int Threads { get; set; }

    /// <summary>Work of a call, in billions of operations or bytes.</summary>
    public double Work => ladder.Count(ladder.DefaultSize).Amount;

    /// <summary>Makes the problem.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        backend = new CpuBackend(Threads);
        problem = ladder.Create(backend, ladder.DefaultSize);
        rung = ladder.Rungs.Single(one => one.Name == Rung);
    }

    /// <summary>Gives its memory back.</summary>
    [GlobalCleanup]
    public void CleanUp()
    {
        problem.Dispose();
        backend.Dispose();
    }

    /// <summary>Solves it once.</summary>
    protected void Solve() => rung.Run(problem);
}
