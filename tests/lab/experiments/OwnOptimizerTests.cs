using System.Diagnostics;
using Catapult.Lab;
using Catapult.Optimizers;
using NUnit.Framework;
using OwnOptimizer;

namespace Catapult.Tests;

/// <summary>A user's own optimizer, that of README.md, by its name in every experiment, and in the commands of the user's own program.</summary>
public class OwnOptimizerTests
{
    private const int PatienceInMilliseconds = 60_000;

    private static readonly NamedOptimizer Signum = new("signum", 0.9, 0, groups => new RuleOptimizer<SignumRule>(
        groups, ["momentum"], "Signum", (group, _, c) => (c[0], c[1], c[2]) = (group.LearningRate, 1, group.Momentum)));

    private static IEnumerable<string> Names => Experiments.All.Select(experiment => experiment.Name);

    [TestCaseSource(nameof(Names))]
    public void ItStandsInThePlaceOfEveryOptimizer(string name)
    {
        int made = 0;
        NamedOptimizer counted = Signum with
        {
            Create = groups =>
            {
                Interlocked.Increment(ref made);
                return Signum.Create(groups);
            },
        };
        ExperimentContext context = ExperimentTests.Context(ExperimentScale.Smoke) with { Optimizer = counted, RateFactor = 0.01 };
        ExperimentResult result = Experiments.Named(name).Run(context);
        Assert.That(made, Is.Positive);
        var record = ExperimentRecord.Of(Experiments.Named(name), context, "test", 1, result);
        Assert.That(ExperimentPage.Render(record), Does.Contain($"experiment {name} --scale smoke --optimizer signum --lr-factor 0.01"));
    }

    [Test]
    public void ANameIsTakenOnce() =>
        Assert.That(() => NamedOptimizer.Add(Signum with { Name = "adam" }), Throws.ArgumentException.With.Message.Contains("'adam'"));

    [TestCase("experiment catapult-linear --scale smoke --optimizer signum --lr-factor 0.01 --quiet", "catapult-linear: ")]
    [TestCase("lr-find --optimizer signum --iterations 12 --limit 256 --batch-size 32 --model mlp --quiet", "curve: ")]
    [TestCase("train --optimizer signum --lr 0.001 --steps 3 --limit 256 --batch-size 32 --model mlp --quiet", "done: ")]
    [Category("Slow")]
    public void TheProgramOfTheReadmeKnowsIt(string arguments, string words)
    {
        using var folder = new TemporaryFolder();
        string program = typeof(SignumRule).Assembly.Location;
        using var process = Process.Start(new ProcessStartInfo("dotnet", $"{program} {arguments} --out {folder["out"]}") { RedirectStandardOutput = true, RedirectStandardError = true })!;
        string output = process.StandardOutput.ReadToEnd(), error = process.StandardError.ReadToEnd();
        Assert.That(process.WaitForExit(PatienceInMilliseconds));
        Assert.That((process.ExitCode, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.Contain(words));
    }
}
