using Catapult.Engine;
using Catapult.Training;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>A step whose loss or gradient is not finite is not taken.</summary>
public class NonFiniteLossTests
{
    private const double Explosive = 1e30;

    [Test]
    public void TheWeightsStayAndTheStepIsNotCounted()
    {
        using var rig = new TrainingRig("mlp", "sgd", TrainingRig.Constant(Explosive));
        using Trainer trainer = rig.CreateTrainer();
        Assert.That(trainer.TakeStep().IsApplied, "the first loss is finite, so the explosive step is taken");
        string before = rig.StateHash;
        StepResult bad = trainer.TakeStep();
        Assert.That((bad.IsApplied, bad.Step, trainer.Step), Is.EqualTo((false, 1L, 1L)));
        Assert.That(double.IsFinite(bad.Loss) && double.IsFinite(bad.GradientNorm), Is.False);
        Assert.That(rig.StateHash, Is.EqualTo(before));
    }

    [Test]
    public void AStepThatNobodyReadsIsTakenOffTheCountsByTheNext()
    {
        using var rig = new TrainingRig("mlp", "adam", TrainingRig.Constant(Explosive));
        using Trainer trainer = rig.CreateTrainer();
        trainer.TakeStep();
        trainer.TakeStep();
        Assert.That((trainer.Step, rig.Optimizer.Groups[0].Steps), Is.EqualTo((2, 2)), "not known yet");
        StepResult next = trainer.TakeStep();
        Assert.That((next.Step, next.IsApplied, trainer.Step), Is.EqualTo((1, false, 1)));
        Assert.That(rig.Optimizer.Groups.Select(group => group.Steps), Is.All.EqualTo(1));
    }

    [TestCase("resnet8")]
    [TestCase("lenet")]
    public void NoParameterMoves(string model)
    {
        using var rig = new TrainingRig(model, "adam", TrainingRig.Constant(Explosive));
        using Trainer trainer = rig.CreateTrainer();
        trainer.TakeStep();
        byte[][] before = Parameters(rig);
        Assert.That(trainer.TakeStep().IsApplied, Is.False);
        Assert.That(Parameters(rig), Is.EqualTo(before));
        Assert.That(rig.Optimizer.Groups.Select(group => group.Steps), Is.All.EqualTo(1));
    }

    private static byte[][] Parameters(TrainingRig rig) => [.. rig.Model.NamedParameters().Select(parameter => TensorBytes.Of(parameter.Value))];
}
