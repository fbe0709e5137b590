using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Lab;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>A range test leaves everything that training changes exactly as it was.</summary>
[Category("Slow")]
public class RangeTestStateTests
{
    private const int MidTraining = 4;

    private static readonly RangeTestOptions Sweep = new() { MinLearningRate = 1e-3, MaxLearningRate = 10, Iterations = 12 };

    [Test, Pairwise]
    public void StateAndNextStepsAreTheSameWithAndWithoutIt(
        [Values("dropout", "resnet8")] string model, [Values("sgd", "adam")] string optimizer, [Values(0, MidTraining)] int step)
    {
        using var plain = new TrainingRig(model, optimizer);
        using var tested = new TrainingRig(model, optimizer);
        plain.Train(0, step);
        tested.Train(0, step);
        string before = tested.StateHash;
        RangeTest.Run(tested.Model, tested.Optimizer, tested.Loader, Sweep with { FirstStep = step });
        Assert.That(tested.StateHash, Is.EqualTo(before));
        plain.Train(step, step + 3);
        tested.Train(step, step + 3);
        Assert.That(tested.ModelBytes(), Is.EqualTo(plain.ModelBytes()));
        Assert.That(tested.StateHash, Is.EqualTo(plain.StateHash));
    }

    [Test]
    public void GroupSettingsAndModeAreThoseOfBefore()
    {
        using var rig = new TrainingRig();
        (rig.Optimizer.Groups[0].LearningRate, rig.Optimizer.Groups[0].Momentum, rig.Optimizer.Groups[1].IsFrozen) = (0.123, 0.456, true);
        rig.Model.Train(false);
        RangeTest.Run(rig.Model, rig.Optimizer, rig.Loader, Sweep);
        Assert.That((rig.Optimizer.Groups[0].LearningRate, rig.Optimizer.Groups[0].Momentum, rig.Optimizer.Groups[1].IsFrozen), Is.EqualTo((0.123, 0.456, true)));
        Assert.That(rig.Model.IsTraining, Is.False);
        Assert.That(rig.Model.NamedParameters().Select(parameter => parameter.Value.Grad), Is.All.Null);
    }

    [Test]
    public void TheLoaderGivesTheBatchesOfBefore()
    {
        using var rig = new TrainingRig();
        ImageCrop[] before = Crops(rig.Loader, MidTraining);
        RangeTest.Run(rig.Model, rig.Optimizer, rig.Loader, Sweep);
        Assert.That(Crops(rig.Loader, MidTraining), Is.EqualTo(before));
    }

    [Test]
    public void AFailureRestoresTheStateToo()
    {
        using var rig = new TrainingRig("resnet8");
        rig.Train(0, 2);
        string before = rig.StateHash;
        Assert.That(
            () => RangeTest.Run(rig.Model, rig.Optimizer, rig.Loader, Sweep, onStep: step =>
            {
                if (step.Step == 3) throw new InvalidOperationException("listener");
            }),
            Throws.InvalidOperationException);
        Assert.That(rig.StateHash, Is.EqualTo(before));
    }

    [Test]
    public void AHashTellsStatesApart()
    {
        using var rig = new TrainingRig();
        var hashes = new List<string> { rig.StateHash };
        rig.Model.Generators()[0].Position++;
        hashes.Add(rig.StateHash);
        rig.Optimizer.Groups[0].Steps++;
        hashes.Add(rig.StateHash);
        rig.Optimizer.Groups[1].Momentum = 0.8;
        hashes.Add(rig.StateHash);
        rig.Train(0, 1);
        hashes.Add(rig.StateHash);
        Assert.That(hashes, Is.Unique);
    }

    private static ImageCrop[] Crops(DataLoader loader, long step)
    {
        BatchPlan plan = loader.CreatePlan();
        loader.Fill(step, plan);
        return plan.Crops;
    }
}
