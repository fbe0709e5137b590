using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class IdxReaderTests : IDisposable
{
    private const int ImagesMagic = 0x0803;
    private const int LabelsMagic = 0x0801;

    private static readonly byte[] GoodImages = SmallData.Idx(ImagesMagic, [3, 1, 2], 10, 20, 30, 40, 50, 60);
    private static readonly byte[] GoodLabels = SmallData.Idx(LabelsMagic, [3], 1, 0, 1);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestCase("train-images-idx3-ubyte", "train-labels-idx1-ubyte")]
    [TestCase("train-images.idx3-ubyte", "train-labels.idx1-ubyte")]
    [TestCase("train-images-idx3-ubyte.gz", "train-labels.idx1-ubyte.gz")]
    public void ReadsAFolder(string images, string labels)
    {
        Write(images, GoodImages);
        Write(labels, GoodLabels);
        Write("t10k-images-idx3-ubyte", SmallData.Idx(ImagesMagic, [1, 1, 2], 7, 8));
        Write("t10k-labels-idx1-ubyte", SmallData.Idx(LabelsMagic, [1], 0));
        var (train, test) = IdxReader.ReadFolder(folder.Path, "toy", SmallData.TwoClasses);
        Assert.That(train.Images, Is.EqualTo(new byte[] { 10, 20, 30, 40, 50, 60 }));
        Assert.That(train.Labels, Is.EqualTo(new[] { 1, 0, 1 }));
        Assert.That((train.Height, train.Width, train.Channels), Is.EqualTo((1, 2, 1)));
        Assert.That(test.Image(0).ToArray(), Is.EqualTo(new byte[] { 7, 8 }));
    }

    [Test]
    public void NamesTheFileThatIsMissing()
    {
        Write("train-images-idx3-ubyte", GoodImages);
        Assert.That(() => IdxReader.ReadFolder(folder.Path, "toy", SmallData.TwoClasses),
            Throws.TypeOf<InputException>().With.Message.Contains("train-labels-idx1-ubyte").And.Message.Contains(folder.Path));
    }

    private static IEnumerable<TestCaseData> BadImages()
    {
        yield return new TestCaseData(Array.Empty<byte>(), "images", "holds 0 bytes").SetArgDisplayNames("empty");
        yield return new TestCaseData(Array.Empty<byte>(), "images.gz", "holds 0 bytes").SetArgDisplayNames("empty gz");
        yield return new TestCaseData(GoodImages[..9], "images", "holds 9 bytes").SetArgDisplayNames("truncated header");
        yield return new TestCaseData(GoodImages[..^1], "images", "21 bytes").SetArgDisplayNames("truncated");
        yield return new TestCaseData((byte[])[.. GoodImages, 0], "images", "23 bytes").SetArgDisplayNames("trailing byte");
        yield return new TestCaseData(GoodLabels, "images", "0x00000801").SetArgDisplayNames("wrong magic");
        yield return new TestCaseData(GoodImages, "images.gz", "damaged").SetArgDisplayNames("not gzip");
        yield return new TestCaseData(SmallData.Gzip(GoodImages)[..^12], "images.gz", "").SetArgDisplayNames("truncated gz");
        yield return new TestCaseData(SmallData.Idx(ImagesMagic, [3, 0, 2]), "images", "3x0x2").SetArgDisplayNames("zero dimension");
        yield return new TestCaseData(SmallData.Idx(ImagesMagic, [-3, 1, -2]), "images", "positive").SetArgDisplayNames("negative");
        yield return new TestCaseData(SmallData.Idx(ImagesMagic, [1 << 30, 1 << 30, 16]), "images", "16 bytes")
            .SetArgDisplayNames("dimensions beyond 64 bits");
        yield return new TestCaseData(SmallData.Idx(ImagesMagic, [2, 1, 2], 1, 2, 3, 4), "images", "2 images")
            .SetArgDisplayNames("fewer images than labels");
    }

    [TestCaseSource(nameof(BadImages))]
    public void RefusesBadImages(byte[] content, string name, string expected)
    {
        File.WriteAllBytes(folder[name], content);
        File.WriteAllBytes(folder["labels"], GoodLabels);
        Assert.That(() => IdxReader.Read("toy", folder[name], folder["labels"], SmallData.TwoClasses),
            Throws.TypeOf<InputException>().With.Message.Contains(expected).And.Message.Contains(folder.Path));
    }

    [Test]
    public void RefusesALabelOutOfRange()
    {
        Write("images", GoodImages);
        Write("labels", SmallData.Idx(LabelsMagic, [3], 1, 0, 2));
        Assert.That(() => IdxReader.Read("toy", folder["images"], folder["labels"], SmallData.TwoClasses),
            Throws.TypeOf<InputException>().With.Message.Contains("image 2 has the label 2"));
    }

    private void Write(string name, byte[] content) =>
        File.WriteAllBytes(folder[name], name.EndsWith(".gz") ? SmallData.Gzip(content) : content);
}
