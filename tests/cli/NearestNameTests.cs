using Catapult.Cli;
using NUnit.Framework;

namespace Catapult.Tests;

[TestFixture]
public sealed class NearestNameTests
{
    [TestCase("", "abc", 3)]
    [TestCase("kitten", "sitting", 3)]
    [TestCase("trian", "train", 1)]
    [TestCase("Adam", "adam", 0)]
    [TestCase("ca", "abc", 3)]
    public void DistanceCountsEditsAndSwaps(string a, string b, int expected)
    {
        Assert.That(NearestName.Distance(a, b), Is.EqualTo(expected));
        Assert.That(NearestName.Distance(b, a), Is.EqualTo(expected));
    }

    [TestCase("fashion", ExpectedResult = "fashion-mnist")]
    [TestCase("glphs", ExpectedResult = "glyphs")]
    [TestCase("cifar-10", ExpectedResult = "cifar10")]
    [TestCase("imagenet", ExpectedResult = null)]
    [TestCase("", ExpectedResult = null)]
    public string? NamesTheNearestDatasetOrNone(string text) => NearestName.Of(text, Choices.Datasets);

    [FsCheck.NUnit.Property]
    public bool DistanceIsSymmetricAndBounded(FsCheck.NonNull<string> a, FsCheck.NonNull<string> b)
    {
        int distance = NearestName.Distance(a.Get, b.Get);
        return distance == NearestName.Distance(b.Get, a.Get)
            && distance >= Math.Abs(a.Get.Length - b.Get.Length)
            && distance <= Math.Max(a.Get.Length, b.Get.Length);
    }
}
