using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using Catapult.Training;

namespace Catapult.Lab;

/// <summary>What an experiment is run with.</summary>
/// <param name="Scale">How large.</param>
/// <param name="CreateBackend">Makes a backend of some threads, for a run of its own; the caller disposes it.</param>
/// <param name="Threads">Threads that the whole experiment may use.</param>
public sealed record ExperimentContext(ExperimentScale Scale, Func<int, Backend> CreateBackend, int Threads)
{
    private const int SmokeJudges = 200;

    /// <summary>Reads a data set by its name; by default from the data set's own folder.</summary>
    public Func<string, ImageDatasets> Load { get; init; } = name => Datasets.Load(name);

    /// <summary>The same with the first training images alone, or all where there are fewer; at the smallest scale with few to judge on.</summary>
    public ImageDatasets LoadFirst(string name, int images)
    {
        ImageDatasets data = Load(name);
        int judges = Pick(SmokeJudges, data.Test.Count, data.Test.Count);
        return new(data.Train.Take(Math.Min(images, data.Train.Count)), data.Test.Take(Math.Min(judges, data.Test.Count)));
    }

    /// <summary>Decides every random number.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Stands in the place of every optimizer of the experiment; null for the experiment's own.</summary>
    public NamedOptimizer? Optimizer { get; init; }

    /// <summary>What every rate of the experiment is multiplied by, for an optimizer that wants other ones.</summary>
    public double RateFactor { get; init; } = 1;

    /// <summary>Where the finished parts of a sweep are kept, so that a stopped one goes on; null for nowhere.</summary>
    public string? Folder { get; init; }

    /// <summary>Is told how far things are, in lines.</summary>
    public Action<string> Report { get; init; } = _ => { };

    /// <summary>Is told how far a sweep is, whenever a run begins or ends, one call at a time; null for nobody.</summary>
    public Action<SweepStatus>? Watch { get; init; }

    /// <summary>Stops the experiment.</summary>
    public CancellationToken Cancel { get; init; }

    /// <summary>Seconds that the finished parts of a stopped sweep had taken before this run, all threads together.</summary>
    public double EarlierSeconds { get; internal set; }

    /// <summary>The optimizer of some groups: the context's, or the experiment's own.</summary>
    public Optimizer Create(IReadOnlyList<ParameterGroup> groups, Func<IReadOnlyList<ParameterGroup>, Optimizer> own) => (Optimizer?.Create ?? own)(groups);

    /// <summary>A schedule of the experiment with the context's <see cref="RateFactor"/>.</summary>
    public GroupSchedule Scaled(GroupSchedule schedule) => RateFactor == 1 ? schedule : schedule with { LearningRate = schedule.LearningRate.Scale(RateFactor) };

    /// <summary>The value for the present scale.</summary>
    public T Pick<T>(T smoke, T cpu, T full) => Scale switch { ExperimentScale.Smoke => smoke, ExperimentScale.Cpu => cpu, _ => full };
}
