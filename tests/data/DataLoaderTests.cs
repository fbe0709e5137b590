using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

public class DataLoaderTests
{
    private static readonly Augmentation Everything = new(2, true, true);

    private static DataLoader Loader(int count = 10, int batchSize = 3, ulong seed = 1, bool shuffle = true, bool dropLast = true)
    {
        var data = SmallData.Dataset(count);
        return new(data, batchSize, Normalization.Of(data), seed, shuffle, Everything, dropLast);
    }

    private static (int[] Indices, int[] Labels, float[] Images, int Epoch, int Count) Filled(DataLoader loader, long step)
    {
        using var backend = new ReferenceBackend();
        using BatchSource batches = loader.On(backend);
        BatchPlan plan = batches.Prepare(step);
        (Tensor images, Tensor labels) = batches.Make();
        return (plan.Indices[..plan.Count], labels.ToArray<int>(), images.ToArray<float>(), plan.Epoch, plan.Count);
    }

    [FsCheck.NUnit.Property]
    public bool OrdersArePermutations(ulong seed, ushort epoch, byte length)
    {
        var order = new int[length];
        EpochOrder.Fill(order, seed, epoch);
        return order.Order().SequenceEqual(Enumerable.Range(0, length));
    }

    [Test]
    public void OrdersAreEvenlySpread()
    {
        const int orders = 6000;
        var counts = new Dictionary<string, int>();
        var order = new int[3];
        for (int epoch = 0; epoch < orders; epoch++)
        {
            EpochOrder.Fill(order, 1, epoch);
            counts[string.Join(' ', order)] = counts.GetValueOrDefault(string.Join(' ', order)) + 1;
        }

        const double fiveSigma = 5;
        Assert.That(counts, Has.Count.EqualTo(6));
        Assert.That(counts.Values, Is.All.EqualTo(orders / 6.0).Within(fiveSigma * Math.Sqrt(orders / 6.0)));
    }

    [Test]
    public void AnEpochVisitsEverySampleOnce()
    {
        var loader = Loader(dropLast: false);
        Assert.That(loader.StepsPerEpoch, Is.EqualTo(4));
        for (int epoch = 0; epoch < 3; epoch++)
        {
            var visited = Enumerable.Range(4 * epoch, 4).SelectMany(step => Filled(loader, step).Indices);
            Assert.That(visited.Order(), Is.EqualTo(Enumerable.Range(0, 10)));
        }
    }

    [Test]
    public void DropLastLeavesThePartialBatchOut()
    {
        var loader = Loader();
        Assert.That(loader.StepsPerEpoch, Is.EqualTo(3));
        Assert.That(Filled(loader, 3).Epoch, Is.EqualTo(1));
        Assert.That(Enumerable.Range(0, 9).Select(step => Filled(loader, step).Count), Is.All.EqualTo(3));
    }

    [Test]
    public void ABatchIsAFunctionOfSeedAndStep()
    {
        var loader = Loader();
        var forward = Enumerable.Range(0, 12).Select(step => Filled(loader, step)).ToArray();
        for (int step = 11; step >= 0; step--)
        {
            var again = Filled(Loader(), step);
            Assert.That(again.Indices, Is.EqualTo(forward[step].Indices));
            Assert.That(again.Images, Is.EqualTo(forward[step].Images));
        }

        Assert.That(Filled(Loader(seed: 2), 0).Indices, Is.Not.EqualTo(forward[0].Indices));
        Assert.That(forward[3].Indices, Is.Not.EqualTo(forward[0].Indices));
    }

    [Test]
    public void LabelsBelongToTheirImages()
    {
        var loader = Loader();
        var (indices, labels, _, _, _) = Filled(loader, 2);
        Assert.That(labels, Is.EqualTo(indices.Select(i => loader.Data.Labels[i])));
    }

    [Test]
    public void EvaluationIsInOrderUnvariedAndWhole()
    {
        var data = SmallData.Dataset(5, side: 2);
        var loader = DataLoader.ForEvaluation(data, 3, new([0], [1]));
        var (first, last) = (Filled(loader, 0), Filled(loader, 1));
        Assert.That(first.Indices, Is.EqualTo(new[] { 0, 1, 2 }));
        Assert.That(last.Indices, Is.EqualTo(new[] { 3, 4 }));
        float[] pixels = [.. first.Images, .. last.Images];
        Assert.That(pixels, Is.EqualTo(data.Images.Select(b => (float)b)));
        Assert.That(DataLoader.ForEvaluation(data, 100, new([0], [1])).StepsPerEpoch, Is.EqualTo(1));
    }

    [TestCase(0)]
    [TestCase(-2)]
    [TestCase(11)]
    public void RefusesABatchSizeThatGivesNoBatch(int batchSize) =>
        Assert.That(() => Loader(batchSize: batchSize), Throws.TypeOf<InputException>().With.Message.Contains($"{batchSize}"));

    [TestCase(2, 3)]
    [TestCase(3, 1)]
    public void BatchesOnADeviceAreThoseOfTheReferenceInWhateverOrder(int side, int channels)
    {
        var data = SmallData.Dataset(7, side, channels, mirrorKeepsLabel: true);
        var loader = new DataLoader(data, 3, Normalization.Of(data), seed: 3, augmentation: new(1, true, false), dropLast: false);
        using var backend = new CpuBackend(threads: 2);
        using BatchSource batches = loader.On(backend);
        foreach (int step in (int[])[0, 2, 2, 8, 1, 5])
        {
            Batch batch = batches.Load(step);
            var expected = Filled(loader, step);
            Assert.That(batch.Images.Shape, Is.EqualTo(new Shape(expected.Count, side, side, channels)));
            Assert.That(batch.Images.ToArray<float>(), Is.EqualTo(expected.Images));
            Assert.That(batch.Labels.ToArray<int>(), Is.EqualTo(expected.Labels));
        }
    }

    [Test]
    public void ASteadyStepAllocatesNothing()
    {
        var loader = Loader(count: 100, batchSize: 10);
        BatchPlan plan = loader.CreatePlan();
        loader.Fill(0, plan);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int step = 0; step < 50; step++) loader.Fill(step, plan);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }
}
