using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Threads change the speed of a run, not its result.</summary>
[Category("Slow")]
public class ThreadCountTests
{
    [TestCase("resnet8", "sgd", 30)]
    [TestCase("lenet", "sgd", 6)]
    [TestCase("mlp", "adam", 6)]
    public void OneAndTwoThreadsTrainTheSameWeights(string model, string optimizer, int steps)
    {
        byte[] one = Trained(model, optimizer, steps, threads: 1);
        Assert.That(Trained(model, optimizer, steps, threads: 2), Is.EqualTo(one));
    }

    private static byte[] Trained(string model, string optimizer, int steps, int threads)
    {
        using var rig = new TrainingRig(model, optimizer, TrainingRig.Constant(), threads);
        rig.Train(0, steps);
        return rig.ModelBytes();
    }
}
