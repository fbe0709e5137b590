using Catapult.Kernels;
using Catapult.Training;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>At every moment one complete checkpoint exists, and what is none is refused by name.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CheckpointTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TrainingRig rig = new();

    public CheckpointTests() => rig.Train(0, 3);

    private string Place => folder["checkpoint"];

    public void Dispose()
    {
        rig.Dispose();
        folder.Dispose();
    }

    [Test]
    public void SavingAgainReplacesTheOlderOneAndLeavesNothingElse()
    {
        Save(3);
        rig.Train(3, 4);
        Save(4);
        Assert.That(Checkpoint.Peek(Place).Step, Is.EqualTo(4));
        Assert.That(Directory.EnumerateFileSystemEntries(folder.Path), Is.EqualTo(new[] { Place }));
        Assert.That(Directory.EnumerateFiles(Place).Select(Path.GetFileName), Is.EquivalentTo(new[] { "model.safetensors", "optimizer.safetensors", "state.json" }));
    }

    [Test]
    public void ACrashBetweenTheTwoRenamesLeavesTheOlderOneToBeFound()
    {
        Save(3);
        byte[] saved = rig.ModelBytes();
        Directory.Move(Place, $"{Place}.old");
        Directory.CreateDirectory($"{Place}.new");
        rig.Train(3, 5);
        Assert.That(Checkpoint.Load(Place, rig.Model, rig.Optimizer).Step, Is.EqualTo(3));
        Assert.That(rig.ModelBytes(), Is.EqualTo(saved));
    }

    [Test]
    public void AfterSuchACrashTheOlderOneGoesOnlyWhenANewerOneStands()
    {
        Save(3);
        Directory.Move(Place, $"{Place}.old");
        File.WriteAllText(Place, "in the way of the last rename");
        Assert.That(() => Save(4), Throws.TypeOf<InputException>().With.Message.Contains(Place));
        File.Delete(Place);
        Assert.That(Checkpoint.Load(Place, rig.Model, rig.Optimizer).Step, Is.EqualTo(3));
        Save(4);
        Assert.That(Checkpoint.Peek(Place).Step, Is.EqualTo(4));
        Assert.That(Directory.Exists($"{Place}.old"), Is.False);
    }

    [Test]
    public void AnUnwritablePlaceIsNamed() =>
        Assert.That(() => Checkpoint.Save("/proc/x/checkpoint", rig.Model, rig.Optimizer, 3, []), Throws.TypeOf<InputException>().With.Message.Contains("/proc/x"));

    [Test]
    public void AMissingCheckpointIsNamed() =>
        Assert.That(() => Checkpoint.Peek(Place), Throws.TypeOf<InputException>().With.Message.Contains(Place).And.Message.Contains("no checkpoint"));

    [Test]
    public void ACheckpointOfAnotherModelIsRefused()
    {
        Save(3);
        using var other = new TrainingRig("lenet");
        byte[] before = other.ModelBytes();
        Assert.That(() => Checkpoint.Load(Place, other.Model, other.Optimizer), Throws.TypeOf<InputException>().With.Message.Contains(Place));
        Assert.That(other.ModelBytes(), Is.EqualTo(before));
    }

    [Test]
    public void ACheckpointOfAnotherOptimizerIsRefused()
    {
        Save(3);
        using var other = new TrainingRig(optimizer: "adam");
        Assert.That(() => Checkpoint.Load(Place, other.Model, other.Optimizer),
            Throws.TypeOf<InputException>().With.Message.Contains(Place).And.Message.Contains("SGD").And.Message.Contains("Adam"));
    }

    [TestCase("\"Version\": 1", "\"Version\": 2", "version 2")]
    [TestCase("\"Version\": 1,", "", "version none")]
    [TestCase("\"Version\": 1", "\"Version\": \"one\"", "damaged")]
    [TestCase("\"Step\": 3,", "", "damaged")]
    [TestCase("}", "", "damaged")]
    public void AnotherVersionOrADamagedStateIsNamed(string text, string replacement, string expected)
    {
        Save(3);
        string path = Path.Combine(Place, "state.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace(text, replacement, StringComparison.Ordinal));
        Assert.That(() => Checkpoint.Load(Place, rig.Model, rig.Optimizer),
            Throws.TypeOf<InputException>().With.Message.Contains(Place).And.Message.Contains(expected));
    }

    [TestCase("model.safetensors")]
    [TestCase("optimizer.safetensors")]
    [TestCase("state.json")]
    public void ATruncatedOrMissingFileIsNamed(string name)
    {
        Save(3);
        string path = Path.Combine(Place, name);
        using (FileStream file = File.OpenWrite(path)) file.SetLength(file.Length - 3);
        Assert.That(() => Checkpoint.Load(Place, rig.Model, rig.Optimizer), Throws.TypeOf<InputException>().With.Message.Contains(name).And.Message.Contains(Place));
        File.Delete(path);
        Assert.That(() => Checkpoint.Load(Place, rig.Model, rig.Optimizer), Throws.TypeOf<InputException>().With.Message.Contains(name).And.Message.Contains(Place));
    }

    private void Save(long step) => Checkpoint.Save(Place, rig.Model, rig.Optimizer, step, []);
}
