using System.Runtime.InteropServices;
using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

public class AugmentationTests
{
    private const int Side = 8;
    private const int Trials = 500;

    private static readonly Normalization Identity3 = new([0, 0, 0], [1, 1, 1]);

    private static float[] Apply(Augmentation augmentation, ImageDataset data, Normalization normalization, ulong trial)
    {
        using var backend = new ReferenceBackend();
        DeviceBuffer pixels = backend.Allocate(DType.Int32, (data.ImageSize + 3) / 4), crops = backend.Allocate(DType.Int32, ImageCrop.Length);
        DeviceBuffer table = backend.Allocate(DType.Float32, normalization.Table.Length), y = backend.Allocate(DType.Float32, data.ImageSize);
        ImageCrop crop = augmentation.Draw(0, data.Height, data.Width, new RandomStream(9).Fork(trial));
        backend.Upload(MemoryMarshal.Cast<byte, int>(data.Images.AsSpan()), pixels);
        backend.Upload(MemoryMarshal.Cast<ImageCrop, int>(new ReadOnlySpan<ImageCrop>(in crop)), crops);
        backend.Upload<float>(normalization.Table, table);
        backend.CropImages(new(data.Height, data.Width, data.Channels, augmentation.CutSide(data.Width)), pixels, crops, table, y);
        var result = new float[data.ImageSize];
        backend.Download<float>(y, result);
        return result;
    }

    [Test]
    public void NoneNormalizesEachChannel()
    {
        var data = SmallData.Dataset(1, Side, channels: 3);
        var normalization = new Normalization([1, 2, 3], [2, 4, 8]);
        float[] result = Apply(Augmentation.None, data, normalization, 0);
        for (int i = 0; i < result.Length; i++)
            Assert.That(result[i], Is.EqualTo((float)((data.Images[i] - normalization.Mean[i % 3]) / normalization.Deviation[i % 3])));
    }

    [TestCase(1, false)]
    [TestCase(3, true)]
    [TestCase(2, true)]
    public void EveryResultIsOneOfTheCropsOfThePaddedImageAndEveryCropOccurs(int channels, bool mirror)
    {
        const int pad = 1;
        var data = SmallData.Dataset(1, Side, channels);
        var normalization = new Normalization(new double[channels], [.. Enumerable.Repeat(1.0, channels)]);
        var crops = Crops(data, pad, mirror).Select(crop => string.Join(' ', crop)).ToHashSet();
        var seen = new HashSet<string>();
        for (ulong trial = 0; trial < Trials; trial++)
            seen.Add(string.Join(' ', Apply(new(pad, mirror, false), data, normalization, trial)));
        Assert.That(seen, Is.EquivalentTo(crops));
        Assert.That(crops, Has.Count.EqualTo(mirror ? 18 : 9));
    }

    [Test]
    public void CutoutZeroesASquareAndNothingElse()
    {
        const int hole = Side / 4;
        var data = SmallData.Dataset(1, Side, channels: 3);
        float[] whole = Apply(Augmentation.None, data, new([-1, -1, -1], [1, 1, 1]), 0);
        var sizes = new HashSet<int>();
        for (ulong trial = 0; trial < Trials; trial++)
        {
            float[] result = Apply(new(0, false, true), data, new([-1, -1, -1], [1, 1, 1]), trial);
            int[] holes = [.. Enumerable.Range(0, result.Length).Where(i => result[i] == 0)];
            int[] rows = [.. holes.Select(i => i / (3 * Side)).Distinct()], columns = [.. holes.Select(i => i / 3 % Side).Distinct()];
            Assert.That(holes, Has.Length.EqualTo(rows.Length * columns.Length * 3));
            Assert.That(rows.Max() - rows.Min() + columns.Max() - columns.Min(), Is.EqualTo(rows.Length + columns.Length - 2));
            Assert.That(Enumerable.Range(0, result.Length).Except(holes).All(i => result[i] == whole[i]));
            sizes.Add(rows.Length * columns.Length);
        }

        Assert.That(sizes, Is.EquivalentTo(new[] { 1, hole, hole * hole }));
    }

    [Test]
    public void TheSameStreamGivesTheSameImageAndAnotherAnother()
    {
        var strong = Augmentation.Named("strong", SmallData.Dataset(1, Side, 3, mirrorKeepsLabel: true));
        var data = SmallData.Dataset(1, Side, channels: 3);
        float[] first = Apply(strong, data, Identity3, 1);
        Assert.That(Apply(strong, data, Identity3, 1), Is.EqualTo(first));
        Assert.That(Apply(strong, data, Identity3, 2), Is.Not.EqualTo(first));
    }

    [Test]
    public void NamesFollowTheDataSet()
    {
        var photographs = SmallData.Dataset(1, mirrorKeepsLabel: true);
        var digits = SmallData.Dataset(1);
        Assert.That(Augmentation.Named("none", photographs), Is.EqualTo(Augmentation.None));
        Assert.That(Augmentation.Named("standard", photographs), Is.EqualTo(new Augmentation(4, true, false)));
        Assert.That(Augmentation.Named("standard", digits), Is.EqualTo(new Augmentation(4, false, false)));
        Assert.That(Augmentation.Named("strong", digits), Is.EqualTo(new Augmentation(4, false, true)));
        Assert.That(() => Augmentation.Named("weird", digits), Throws.TypeOf<InputException>().With.Message.Contains("standard"));
    }

    /// <summary>All crops, by padding the image for real: pixel -1 is pixel 1, pixel side is pixel side - 2.</summary>
    private static IEnumerable<float[]> Crops(ImageDataset data, int pad, bool mirror)
    {
        int wide = Side + 2 * pad, channels = data.Channels;
        int[] padded =
            [.. Enumerable.Range(1, pad).Reverse(), .. Enumerable.Range(0, Side), .. Enumerable.Range(Side - 1 - pad, pad).Reverse()];
        for (int top = 0; top <= wide - Side; top++)
            for (int left = 0; left <= wide - Side; left++)
                foreach (bool flip in mirror ? new[] { false, true } : [false])
                {
                    var crop = new float[data.ImageSize];
                    for (int i = 0; i < crop.Length; i++)
                    {
                        int c = i % channels, x = i / channels % Side, y = i / channels / Side;
                        crop[i] = data.Images[(padded[top + y] * Side + padded[left + (flip ? Side - 1 - x : x)]) * channels + c];
                    }

                    yield return crop;
                }
    }
}
