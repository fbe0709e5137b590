using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

public class DatasetsTests
{
    [Test]
    public void AnUnknownNameListsTheKnownOnes() =>
        Assert.That(() => Datasets.Load("imagenet"),
            Throws.TypeOf<InputException>().With.Message.Contains("imagenet")
                .And.Message.Contains("glyphs, mnist, fashion-mnist, cifar10"));

    [TestCase("mnist", "train-images-idx3-ubyte.gz")]
    [TestCase("fashion-mnist", "t10k-labels-idx1-ubyte.gz")]
    [TestCase("cifar10", "cifar-10-binary.tar.gz")]
    public void AMissingFolderSaysHowToGetTheData(string name, string file)
    {
        using var folder = new TemporaryFolder();
        Assert.That(() => Datasets.Load(name, folder["missing"]),
            Throws.TypeOf<InputException>().With.Message.Contains("--download").And.Message.Contains(file));
    }

    [Test]
    public void EveryDataSetButTheDrawnOneHasAHome() => Assert.Multiple(() =>
    {
        foreach (string name in Datasets.Names.Where(name => name != "glyphs"))
            Assert.That(DownloadSource.Of(name).Files.Select(file => file.Md5.Length), Is.All.EqualTo(32));
        Assert.That(() => DownloadSource.Of("glyphs"), Throws.TypeOf<InputException>());
        Assert.That(() => DownloadSource.Of("imagenet"), Throws.TypeOf<InputException>());
    });
}
