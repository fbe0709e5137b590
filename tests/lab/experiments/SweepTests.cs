using Catapult.Kernels;
using Catapult.Lab;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Sweeps keep the order of their settings and what was finished, and share no state.</summary>
public class SweepTests
{
    private static readonly int[] Settings = [3, 1, 4, 1, 5, 9, 2, 6];

    [Test]
    public void ResultsComeInTheOrderOfTheSettings() =>
        Assert.That(Run(Context(null), (setting, _) => setting * 1.5), Is.EqualTo(Settings.Select(setting => setting * 1.5)));

    [Test]
    public void RunsAtOnceHaveBackendsOfTheirOwn()
    {
        var inUse = new HashSet<Backend>();
        Run(Context(null), (setting, backend) =>
        {
            lock (inUse) Assert.That(inUse.Add(backend), "no other run holds this backend");
            Thread.Sleep(2);
            lock (inUse) inUse.Remove(backend);
            return setting;
        });
    }

    [Test]
    public void WhoWatchesSeesEveryRunBeginAndEnd()
    {
        var seen = new List<SweepStatus>();
        Run(Context(null) with { Watch = seen.Add }, (setting, _) => setting);
        Assert.That(seen, Has.Count.EqualTo(2 * Settings.Length));
        Assert.That(seen[0].Running, Has.Count.EqualTo(1));
        Assert.That(seen.Select(status => status.Running.Count), Is.All.AtMost(2));
        Assert.That((seen[^1].Done.Count, seen[^1].Running.Count, seen[^1].Total), Is.EqualTo((Settings.Length, 0, Settings.Length)));
    }

    [Test]
    public void AStoppedSweepGoesOnWithWhatIsMissing()
    {
        using var folder = new TemporaryFolder();
        var started = new List<int>();
        double Half(int setting, Backend _)
        {
            lock (started) started.Add(setting);
            return setting == 5 ? throw new InvalidOperationException("stopped") : setting / 2.0;
        }
        Assert.That(() => Run(Context(folder.Path) with { Threads = 1 }, Half), Throws.InstanceOf<AggregateException>());
        File.AppendAllText(Directory.GetFiles(folder.Path).Single(), "{\"Key\":\"half a li");
        int[] before = [.. started];
        started.Clear();
        Assert.That(Run(Context(folder.Path), (setting, backend) => setting == 5 ? double.PositiveInfinity : Half(setting, backend)), Is.EqualTo(Settings.Select(setting => setting == 5 ? double.PositiveInfinity : setting / 2.0)));
        Assert.That(started.Intersect(before.Where(setting => setting != 5)), Is.Empty, "what was finished is not run again");
        Assert.That(Run(Context(folder.Path) with { Seed = 8 }, (setting, _) => setting), Is.EqualTo(Settings), "another seed is another sweep");
    }

    private static IReadOnlyList<double> Run(ExperimentContext context, Func<int, Backend, double> run) =>
        new Sweep<int, double>(context, "numbers").Run(Settings, setting => $"{setting}", run, result => $"{result}");

    private static ExperimentContext Context(string? folder) => new(ExperimentScale.Smoke, threads => new CpuBackend(threads), Threads: 2) { Folder = folder };
}
