using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Weights in a file lie as PyTorch has them: names, order and layouts.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ModelFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Backend backend = new CpuBackend(threads: 1);

    private string Place => folder["model.safetensors"];

    public void Dispose()
    {
        backend.Dispose();
        folder.Dispose();
    }

    [TestCase("mlp", 28, 1, "1.weight 512,784|1.bias 512|3.weight 512,512|3.bias 512|5.weight 10,512|5.bias 10")]
    [TestCase("lenet", 28, 1, "0.weight 20,1,5,5|0.bias 20|2.weight 50,20,5,5|2.bias 50|5.weight 500,800|5.bias 500|7.weight 10,500|7.bias 10")]
    public void NamesOrderAndShapesArePyTorchs(string model, int side, int channels, string expected) =>
        Assert.That(string.Join('|', Saved(Create(model, side, channels)).Select(entry => $"{entry.Name} {string.Join(',', entry.Shape)}")), Is.EqualTo(expected));

    [Test]
    public void AResidualBlockNamesItsPartsAsPyTorchDoes()
    {
        string[] names = [.. Saved(Create("resnet8", 16, 3)).Select(entry => entry.Name).Where(name => name.StartsWith("4.", StringComparison.Ordinal))];
        string[] Norm(string name) => [$"{name}.weight", $"{name}.bias", $"{name}.running_mean", $"{name}.running_var"];
        Assert.That(names, Is.EqualTo(new[] { "4.c1.weight" }.Concat(Norm("4.b1")).Append("4.c2.weight").Concat(Norm("4.b2"))));
    }

    [Test]
    public void AConvolutionIsSavedWithChannelsBeforePixels()
    {
        Module model = Create("lenet", 28, 3);
        float[] weight = model.NamedParameters()[0].Value.ToArray<float>(), saved = Saved(model)[0].Floats();
        for (int o = 0; o < 20; o++)
            for (int c = 0; c < 3; c++)
                for (int y = 0; y < 5; y++)
                    for (int x = 0; x < 5; x++)
                        Assert.That(saved[((o * 3 + c) * 5 + y) * 5 + x], Is.EqualTo(weight[((o * 5 + y) * 5 + x) * 3 + c]));
    }

    [TestCase("mlp", 4, 4, 3, 512)]
    [TestCase("lenet", 4, 4, 50, 500)]
    public void TheColumnsBehindAFlatteningAreSavedWithChannelsBeforePixels(string name, int height, int width, int channels, int outputs)
    {
        Module model = name == "mlp" ? Create(name, 4, 3) : Create(name, 28, 1);
        int index = name == "mlp" ? 0 : 4;
        float[] weight = model.NamedParameters()[index].Value.ToArray<float>(), saved = Saved(model)[index].Floats();
        int columns = height * width * channels;
        for (int o = 0; o < outputs; o += 37)
            for (int c = 0; c < channels; c++)
                for (int y = 0; y < height; y++)
                    for (int x = 0; x < width; x++)
                        Assert.That(saved[o * columns + (c * height + y) * width + x], Is.EqualTo(weight[o * columns + (y * width + x) * channels + c]));
    }

    [TestCase("mlp", 4, 3)]
    [TestCase("lenet", 28, 1)]
    [TestCase("resnet8", 16, 3)]
    public void AModelIsReadBackToTheBit(string name, int side, int channels)
    {
        Module model = Create(name, side, channels), other = Create(name, side, channels, seed: 2);
        ModelFile.Save(model, Place);
        ModelFile.Load(other, Place);
        foreach ((var from, var to) in model.State().Zip(other.State()))
            Assert.That(TensorBytes.Of(to.Value), Is.EqualTo(TensorBytes.Of(from.Value)), from.Name);
    }

    [Test]
    public void AnotherModelsFileIsRefusedAndChangesNothing()
    {
        Module model = Create("mlp", 4, 3);
        ModelFile.Save(Create("lenet", 28, 1), Place);
        Refused(model, "belongs to another model");
        ModelFile.Save(Create("mlp", 5, 3), Place);
        Refused(model, "1.weight");
        Safetensors.Write(Place, [.. Safetensors.Read(Place).Entries, new SafetensorsEntry("extra", DType.Float32, [1], new byte[4])]);
        Refused(model, "extra");
    }

    private void Refused(Module model, string expected)
    {
        byte[][] before = [.. model.State().Select(state => TensorBytes.Of(state.Value))];
        Assert.That(() => ModelFile.Load(model, Place), Throws.TypeOf<InputException>().With.Message.Contains(Place).And.Message.Contains(expected));
        Assert.That(model.State().Select(state => TensorBytes.Of(state.Value)), Is.EqualTo(before));
    }

    private Module Create(string name, int side, int channels, ulong seed = 1) =>
        Models.Create(name, new ParameterFactory(backend, seed), (side, side, channels), classes: 10);

    private IReadOnlyList<SpecReader.Entry> Saved(Module model)
    {
        ModelFile.Save(model, Place);
        return SpecReader.Read(File.ReadAllBytes(Place)).Entries;
    }
}
