using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Operands that do not fit are refused, with the operation and the reason.</summary>
public class OperandTests
{
    private readonly Backend backend = EngineBackends.Create(EngineBackends.Cpu);

    private static IEnumerable<TestCaseData> Mixtures()
    {
        yield return Mixture("add", (a, b) => a + b);
        yield return Mixture("matmul", (a, b) => Tensor.MatMul(a.Reshape(4, 4), b.Reshape(4, 4)));
        yield return Mixture("linear bias", (a, b) => a.Reshape(4, 4).Linear(a.Reshape(4, 4), b.Slice(0, 0, 1).Reshape(4)));
        yield return Mixture("conv2d", (a, b) => a.Reshape(1, 4, 4, 1).Conv2d(b.Reshape(1, 4, 4, 1)));
        yield return Mixture("conv2d bias", (a, b) => a.Reshape(1, 4, 4, 1).Conv2d(a.Reshape(1, 4, 4, 1), b.Slice(0, 0, 1).Slice(1, 0, 1).Reshape(1)));
        yield return Mixture("batch_norm", (a, b) => BatchNorm(a.Reshape(1, 2, 2, 4), b.Slice(0, 0, 1).Reshape(4)));
    }

    private static IEnumerable<TestCaseData> Misfits()
    {
        yield return Misfit("matmul", x => Tensor.MatMul(x, x.Reshape(2, 8)));
        yield return Misfit("matmul", x => Tensor.MatMul(x.Reshape(16), x));
        yield return Misfit("matmul", x => Tensor.MatMul(x.Reshape(2, 2, 4), x.Reshape(4, 4, 1)));
        yield return Misfit("reshape", x => x.Reshape(3, -1));
        yield return Misfit("permute", x => x.Permute(0, 0));
        yield return Misfit("slice", x => x.Slice(0, 2, 3));
        yield return Misfit("pad", x => x.Pad(0, -1, 0));
        yield return Misfit("concat", x => Tensor.Concat(0, x, x.Reshape(2, 8)));
        yield return Misfit("broadcast", x => x.BroadcastTo([4, 1]));
        yield return Misfit("Add", x => x + x.Reshape(2, 8));
        yield return Misfit("conv2d", x => x.Reshape(1, 4, 4, 1).Conv2d(x.Reshape(1, 4, 4, 1), x));
        yield return Misfit("cross_entropy", x => x.CrossEntropy(x));
        yield return Misfit("conv2d", x => x.Reshape(1, 4, 4, 1).Conv2d(x.Reshape(4, 2, 2, 1), groups: 3));
        yield return Misfit("conv2d", x => x.Reshape(1, 4, 4, 1).Conv2d(x.Reshape(1, 4, 4, 1), dilation: 2));
        yield return Misfit("conv2d", x => x.Reshape(1, 4, 4, 1).Conv2d(x.Reshape(1, 4, 4, 1), stride: 0));
        yield return Misfit("max_pool2d", x => x.Reshape(1, 4, 4, 1).MaxPool2d(5));
        yield return Misfit("global_average_pool2d", x => x.GlobalAveragePool2d());
        yield return Misfit("matmul", x => Tensor.MatMul(x.Reshape(2, 2, 4), x.Reshape(4, 4, 1).BroadcastTo([3, 4, 4, 1]).Reshape(3, 4, 4)));
        yield return Misfit("where", x => Tensor.Where(x, x, x.Reshape(2, 8)));
        yield return Misfit("gather", x => x.Gather(0, Tensor.From(x.Backend, [0], [1])));
        yield return Misfit("gather", x => x.Gather(0, x));
        yield return Misfit("embedding", x => Tensor.Embedding(x, x));
        yield return Misfit("layer_norm", x => x.LayerNorm(x.Slice(0, 0, 3), x.Slice(0, 0, 3)));
        yield return Misfit("group_norm", x => x.GroupNorm(3, x.Slice(0, 0, 1).Reshape(4), x.Slice(0, 0, 1).Reshape(4)));
        yield return Misfit("mean_squared_error", x => x.MeanSquaredError(x.Slice(0, 0, 1)));
        yield return Misfit("max", x => x.Slice(0, 0, 0).Max([0]));
        yield return Misfit("squeeze", x => x.Squeeze(0));
        yield return Misfit("unsqueeze", x => x.Unsqueeze(4));
        yield return Misfit("item", x => Tensor.Full(x.Backend, [], x.Item()));
    }

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [TestCaseSource(nameof(Mixtures))]
    public void ElementTypesDoNotMix(Func<Tensor, Tensor, Tensor> f)
    {
        using TensorScope scope = TensorScope.Open();
        Tensor single = Tensor.Ones(backend, [4, 4]), twice = Tensor.Ones(backend, [4, 4], DType.Float64);
        Assert.That(() => f(single, twice), Throws.ArgumentException.With.Message.Contains("Float64"));
        Assert.That(() => f(twice, single), Throws.ArgumentException.With.Message.Contains("Float64"));
    }

    [TestCaseSource(nameof(Misfits))]
    public void ShapesFit(string operation, Func<Tensor, Tensor> f)
    {
        using TensorScope scope = TensorScope.Open();
        Assert.That(() => f(Tensor.Ones(backend, [4, 4])), Throws.TypeOf<ShapeException>().With.Message.StartsWith(operation));
    }

    [Test]
    public void IndicesDoNotCompute()
    {
        using TensorScope scope = TensorScope.Open();
        Tensor labels = Tensor.From(backend, [1, 2], [2]);
        Assert.That(() => labels + labels, Throws.ArgumentException.With.Message.Contains("Int32"));
        Assert.That(() => labels.Relu(), Throws.ArgumentException.With.Message.Contains("Int32"));
        Assert.That(() => labels.Slice(0, 0, 1).Item(), Throws.ArgumentException.With.Message.Contains("Int32"));
    }

    [Test]
    public void AnIndexOutsideTheTableIsBadInput()
    {
        using TensorScope scope = TensorScope.Open();
        Tensor indices = Tensor.From(backend, [0, 7], [2]), table = Tensor.Ones(backend, [7, 2]);
        Assert.Multiple(() =>
        {
            Assert.That(() => Tensor.Embedding(table, indices), Throws.TypeOf<InputException>().With.Message.Contains('7'));
            Assert.That(() => table.Gather(0, indices.Reshape(1, 2)), Throws.TypeOf<InputException>().With.Message.Contains('7'));
            Assert.That(() => indices.OneHot(7), Throws.TypeOf<InputException>().With.Message.Contains('7'));
        });
    }

    [Test]
    public void IndicesAreMovedToo()
    {
        using TensorScope scope = TensorScope.Open();
        Tensor a = Tensor.From(backend, [1, 2], [2]), b = Tensor.From(backend, [3], [1]);
        Assert.That(Tensor.Concat(0, a, b).ToArray<int>(), Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(Tensor.Concat(0, a, b).OneHot(4).Slice(0, 2, 1).Doubles(), Is.EqualTo(new double[] { 0, 0, 0, 1 }));
        Assert.That(Tensor.From(backend, [1f, 5, 2, 9], [2, 2]).ArgMax(0).ToArray<int>(), Is.EqualTo(new[] { 1, 1 }));
    }

    [Test]
    public void ALabelOutsideTheClassesIsBadInput()
    {
        using TensorScope scope = TensorScope.Open();
        Tensor labels = Tensor.From(backend, [0, 1, 4, 2], [4]);
        Assert.That(() => Tensor.Ones(backend, [4, 4]).CrossEntropy(labels), Throws.TypeOf<InputException>().With.Message.Contains('4'));
    }

    private static Tensor BatchNorm(Tensor x, Tensor gamma)
    {
        Tensor beta = Tensor.Zeros(x.Backend, [4], x.Type);
        return x.BatchNorm(x.ChannelMoments(), frozen: false, (gamma, beta), null, 1e-5, new Identity(), new Affine(0, 1));
    }

    private static TestCaseData Mixture(string name, Func<Tensor, Tensor, Tensor> f) => new TestCaseData(f).SetArgDisplayNames(name);

    private static TestCaseData Misfit(string operation, Func<Tensor, Tensor> f) => new TestCaseData(operation, f).SetArgDisplayNames(operation);
}
