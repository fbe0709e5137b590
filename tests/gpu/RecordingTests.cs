using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using Catapult.Schedules;
using Catapult.Training;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Recorded kernels on every device that is here: run again, they do what running them anew would.</summary>
[Category("Gpu")]
[TestFixtureSource(typeof(GpuTestDevice), nameof(GpuTestDevice.KindsHere))]
public class RecordingTests(string kind)
{
    private const int Steps = 6;

    private static readonly ImageDataset Data = SmallData.Dataset(24, side: 6, channels: 3);

    private Backend backend = null!;

    [OneTimeSetUp]
    public void CreateBackend() => backend = EngineBackends.Create(kind);

    [OneTimeTearDown]
    public void DisposeBackend() => backend?.Dispose();

    [Test]
    public void ReplayWorksOnWhatTheBuffersHoldThen()
    {
        DeviceBuffer x = backend.Allocate(DType.Float32, 3), y = backend.Allocate(DType.Float32, 3);
        backend.Upload<float>([1, 2, 3], x);
        using Recording recording = backend.Record(() =>
        {
            backend.Unary(new Square(), x, y);
            backend.Unary(new Affine(1, 1), y, y);
        })!;
        Assert.That(Read(y), Is.EqualTo(new float[] { 2, 5, 10 }), "recording runs the kernels");
        backend.Upload<float>([3, 4, 5], x);
        recording.Replay();
        Assert.That(Read(y), Is.EqualTo(new float[] { 10, 17, 26 }));
        backend.Release(x);
        backend.Release(y);
    }

    [Test]
    public void MemoryOfARecordingIsItsOwnUntilItEnds()
    {
        DeviceBuffer y = backend.Allocate(DType.Float32, 3), held = null!;
        Recording recording = backend.Record(() =>
        {
            DeviceBuffer passing = backend.Allocate(DType.Float32, 3);
            held = backend.Allocate(DType.Float32, 3);
            backend.Fill(passing, 2);
            backend.Unary(new Square(), passing, held);
            backend.Unary(new Square(), held, y);
            backend.Release(passing);
        })!;
        DeviceBuffer[] others = [.. Enumerable.Range(0, 4).Select(_ => backend.Allocate(DType.Float32, 3))];
        foreach (DeviceBuffer other in others) backend.Fill(other, 7);
        backend.Release(held);
        DeviceBuffer late = backend.Allocate(DType.Float32, 3);
        backend.Fill(late, 7);
        recording.Replay();
        Assert.That(Read(y), Is.All.EqualTo(16));
        foreach (DeviceBuffer other in (DeviceBuffer[])[.. others, late]) Assert.That(Read(other), Is.All.EqualTo(7));
        recording.Dispose();
        Assert.That(recording.Replay, Throws.TypeOf<ObjectDisposedException>());
        foreach (DeviceBuffer other in (DeviceBuffer[])[.. others, late, y]) backend.Release(other);
    }

    [Test]
    public void WorkThatFailsLeavesTheDeviceUsable()
    {
        Assert.That(() => backend.Record(() => throw new InputException("no")), Throws.TypeOf<InputException>());
        Assert.That(
            () => backend.Record(() => Tensor.From<float>(backend, [1, 2, 3], [3])), Throws.InvalidOperationException.With.Message.Contains("Upload before"));
        DeviceBuffer y = backend.Allocate(DType.Float32, 3);
        backend.Fill(y, 3);
        Assert.That(Read(y), Is.All.EqualTo(3));
        backend.Release(y);
    }

    [Test]
    public void RecordedTrainingHasTheBitsOfUnrecorded() => Assert.That(Train(isRecorded: true), Is.EqualTo(Train(isRecorded: false)));

    [Test]
    public void GradientsMayBeForgottenBetweenSteps() =>
        Assert.That(Train(isRecorded: true, afterStep: model => model.ZeroGrad()), Is.EqualTo(Train(isRecorded: false)));

    private float[] Read(DeviceBuffer buffer)
    {
        var values = new float[buffer.Length];
        backend.Download<float>(buffer, values);
        return values;
    }

    /// <summary>The losses of a short run, and the weights it ends with. Dropout of nothing keeps a step from being recorded.</summary>
    private List<double> Train(bool isRecorded, Action<Module>? afterStep = null)
    {
        var make = new ParameterFactory(backend, seed: 3);
        Module[] layers = [new Conv2d(make, 3, 4, 3, stride: 2, padding: 1, bias: false), new BatchNorm2d(make, 4), new ReLU(), new Flatten(), new Linear(make, 36, Data.Classes)];
        var model = new Sequential(isRecorded ? layers : [.. layers, new Dropout(make, 0)]);
        var loader = new DataLoader(Data, 8, Normalization.Of(Data), seed: 2, augmentation: new(1, true, true));
        var plan = new TrainingPlan { TotalSteps = Steps, Schedules = [new OneCycle(OneCyclePreset.Torch, 0.1, Steps)] };
        using var trainer = new Trainer(model, new Sgd(ParameterGroup.All(model, weightDecay: 1e-3)), loader, plan);
        var results = new List<StepResult>();
        while (!trainer.IsDone)
        {
            results.Add(trainer.TakeStep());
            afterStep?.Invoke(model);
        }
        return [.. results.Select(step => step.Loss), .. model.NamedParameters().SelectMany(parameter => parameter.Value.ToArray<float>().Select(weight => (double)weight))];
    }
}
