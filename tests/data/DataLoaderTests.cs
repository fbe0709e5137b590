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
        var batch = loader.CreateBatch();
        loader.Fill(step, batch);
        return ([.. batch.Indices], [.. batch.Labels], [.. batch.Images], batch.Epoch, batch.Count);
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
            var visited = Enumerable.Range(4 * epoch, 4).SelectMany(step => Filled(loader, step) is var b ? b.Indices[..b.Count] : []);
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
        Assert.That((last.Count, last.Indices[0], last.Indices[1]), Is.EqualTo((2, 3, 4)));
        float[] pixels = [.. first.Images, .. last.Images[..8]];
        Assert.That(pixels, Is.EqualTo(data.Images.Select(b => (float)b)));
        Assert.That(DataLoader.ForEvaluation(data, 100, new([0], [1])).StepsPerEpoch, Is.EqualTo(1));
    }

    [TestCase(0)]
    [TestCase(-2)]
    [TestCase(11)]
    public void RefusesABatchSizeThatGivesNoBatch(int batchSize) =>
        Assert.That(() => Loader(batchSize: batchSize), Throws.TypeOf<InputException>().With.Message.Contains($"{batchSize}"));

    [Test]
    public void PrefetchingGivesTheSameBatchesFromAnyStep()
    {
        var reference = Loader();
        using var prefetching = new PrefetchingLoader(Loader(), firstStep: 5);
        for (int step = 5; step < 40; step++)
        {
            var batch = prefetching.Next();
            var expected = Filled(reference, step);
            Assert.That((batch.Step, batch.Epoch, batch.Count), Is.EqualTo(((long)step, expected.Epoch, expected.Count)));
            Assert.That(batch.Indices, Is.EqualTo(expected.Indices));
            Assert.That(batch.Images, Is.EqualTo(expected.Images));
        }
    }

    [Test]
    public void ABatchInUseIsNotOverwritten()
    {
        using var prefetching = new PrefetchingLoader(Loader());
        for (int step = 0; step < 20; step++)
        {
            var batch = prefetching.Next();
            float[] before = [.. batch.Images];
            Thread.Sleep(1);
            Assert.That(batch.Images, Is.EqualTo(before));
        }
    }

    [Test]
    public void AFailureOfTheSecondThreadIsThrownByNextAfterTheGoodBatches()
    {
        var loader = Loader();
        // The epoch of a step this far no longer fits an int, so the second fill overflows.
        long last = loader.StepsPerEpoch * (int.MaxValue + 1L) - 1;
        using var prefetching = new PrefetchingLoader(loader, last);
        Assert.That(prefetching.Next().Step, Is.EqualTo(last));
        Assert.That(prefetching.Next, Throws.TypeOf<OverflowException>());
        Assert.That(prefetching.Next, Throws.TypeOf<OverflowException>());
    }

    [Test]
    public void DisposingStopsAtOnceAndForGood()
    {
        var prefetching = new PrefetchingLoader(Loader());
        prefetching.Next();
        prefetching.Dispose();
        prefetching.Dispose();
        Assert.That(prefetching.Next, Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public void ASteadyStepAllocatesNothing()
    {
        var loader = Loader(count: 100, batchSize: 10);
        var batch = loader.CreateBatch();
        loader.Fill(0, batch);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int step = 0; step < 50; step++) loader.Fill(step, batch);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }
}
