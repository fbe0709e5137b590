using Catapult.Training;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>A run that was stopped and taken up again is the run that was not stopped, to the bit.</summary>
[Category("Slow")]
public class ResumeTests
{
    private static readonly (string Name, GroupSchedule Schedule)[] Schedules = [("one-cycle", TrainingRig.OneCycle), ("constant", TrainingRig.Constant())];

    private static IEnumerable<string> Optimizers => OptimizerCase.All.Select(one => one.Name);

    [Test, Pairwise]
    public void AResumedRunIsTheUnstoppedOne(
        [Values("dropout", "resnet8")] string model, [Values("sgd", "adam")] string optimizer, [Values(0, 1)] int schedule, [Values(TrainingRig.StepsPerEpoch, 7)] int stop) =>
        AssertResumes(model, optimizer, Schedules[schedule].Schedule, stop);

    [TestCaseSource(nameof(Optimizers))]
    public void SoItIsWithEveryOptimizer(string optimizer) => AssertResumes("dropout", optimizer, TrainingRig.OneCycle, stop: 7);

    [Test]
    public void TheGeneratorOfDropoutIsPartOfTheState()
    {
        using var whole = new TrainingRig();
        using var rewound = new TrainingRig();
        whole.Train(0, TrainingRig.TotalSteps);
        rewound.Train(0, TrainingRig.StepsPerEpoch);
        rewound.Model.Generators()[0].Position = 0;
        rewound.Train(TrainingRig.StepsPerEpoch, TrainingRig.TotalSteps);
        Assert.That(rewound.ModelBytes(), Is.Not.EqualTo(whole.ModelBytes()));
    }

    [Test]
    public void ACheckpointBeforeTheFirstStepHasNoOptimizerState()
    {
        using var folder = new TemporaryFolder();
        using var rig = new TrainingRig();
        Checkpoint.Save(folder["checkpoint"], rig.Model, rig.Optimizer, 0, []);
        byte[] before = rig.ModelBytes();
        rig.Train(0, 2);
        Checkpoint.Load(folder["checkpoint"], rig.Model, rig.Optimizer);
        Assert.That(rig.Optimizer.State.Parameters, Is.Empty);
        Assert.That(rig.Optimizer.Groups.Select(group => group.Steps), Is.All.Zero);
        Assert.That(rig.ModelBytes(), Is.EqualTo(before));
    }

    private static void AssertResumes(string model, string optimizer, GroupSchedule schedule, int stop)
    {
        using var folder = new TemporaryFolder();
        using var whole = new TrainingRig(model, optimizer, schedule);
        whole.Train(0, TrainingRig.TotalSteps);
        using (var stopped = new TrainingRig(model, optimizer, schedule))
        {
            stopped.Train(0, stop);
            Checkpoint.Save(folder["checkpoint"], stopped.Model, stopped.Optimizer, stop, []);
        }
        using var resumed = new TrainingRig(model, optimizer, schedule);
        CheckpointState state = Checkpoint.Load(folder["checkpoint"], resumed.Model, resumed.Optimizer);
        resumed.Train(state.Step, TrainingRig.TotalSteps);
        Assert.That(state.Step, Is.EqualTo(stop));
        Assert.That(resumed.ModelBytes(), Is.EqualTo(whole.ModelBytes()));
        Assert.That(resumed.StateHash, Is.EqualTo(whole.StateHash), "optimizer state, settings and generators");
    }
}
