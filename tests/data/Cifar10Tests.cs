using System.Formats.Tar;
using System.IO.Compression;
using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class Cifar10Tests : IDisposable
{
    private const int PerFile = 2;
    private const int Plane = 1024;
    private const int Record = 3 * Plane + 1;

    private static readonly string[] FileNames =
        ["data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin", "test_batch.bin"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Test]
    public void ReadsTheArchiveTheUnpackedFolderAndTheirParent()
    {
        string archive = folder["cifar-10-binary.tar.gz"];
        File.WriteAllBytes(archive, Archive(Files()));
        string unpacked = folder["other/cifar-10-batches-bin"];
        Directory.CreateDirectory(unpacked);
        foreach (var (name, content) in Files()) File.WriteAllBytes(Path.Combine(unpacked, name), content);
        foreach (string path in new[] { archive, folder.Path, unpacked, folder["other"] })
        {
            var (train, test) = Cifar10.Read(path, PerFile);
            Assert.That(train.Labels, Is.EqualTo(new[] { 0, 1, 1, 2, 2, 3, 3, 4, 4, 5 }), path);
            Assert.That(test.Labels, Is.EqualTo(new[] { 5, 6 }), path);
            Assert.That((train.Height, train.Width, train.Channels, train.Classes), Is.EqualTo((32, 32, 3, 10)));
        }
    }

    [Test]
    public void PlanesBecomeChannelsLast()
    {
        var files = Files();
        File.WriteAllBytes(folder["cifar-10-binary.tar.gz"], Archive(files));
        var image = Cifar10.Read(folder.Path, PerFile).Train.Image(3);
        byte[] record = files["data_batch_2.bin"][Record..];
        for (int c = 0; c < 3; c++)
            for (int p = 0; p < Plane; p++)
                Assert.That(image[3 * p + c], Is.EqualTo(record[1 + c * Plane + p]));
    }

    private static IEnumerable<TestCaseData> BadArchives()
    {
        byte[] test = Files()["test_batch.bin"];
        TestCaseData Case(string name, string expected, byte[] replacement)
        {
            var files = Files();
            files["test_batch.bin"] = replacement;
            return new TestCaseData(Archive(files), expected).SetArgDisplayNames(name);
        }

        yield return Case("ragged record", $"holds {2 * Record - 1} bytes", test[..^1]);
        yield return Case("missing record", $"holds {Record} bytes", test[..Record]);
        yield return Case("label out of range", "label 10", [10, .. test[1..]]);
        var fewer = Files();
        fewer.Remove("data_batch_3.bin");
        yield return new TestCaseData(Archive(fewer), "holds no data_batch_3.bin").SetArgDisplayNames("missing file");
        yield return new TestCaseData(Archive(Files())[..^200], "cifar-10-binary.tar.gz").SetArgDisplayNames("truncated archive");
        yield return new TestCaseData(Archive(Files())[..200], "cifar-10-binary.tar.gz").SetArgDisplayNames("cut in the first file");
        yield return new TestCaseData(Array.Empty<byte>(), "ends too early").SetArgDisplayNames("empty archive");
        yield return new TestCaseData(new byte[] { 1, 2, 3 }, "damaged").SetArgDisplayNames("not gzip");
    }

    [TestCaseSource(nameof(BadArchives))]
    public void RefusesABadArchive(byte[] archive, string expected)
    {
        File.WriteAllBytes(folder["cifar-10-binary.tar.gz"], archive);
        Assert.That(() => Cifar10.Read(folder.Path, PerFile), Throws.TypeOf<InputException>().With.Message.Contains(expected));
    }

    [Test]
    public void DamageIsRefusedOrHarmlessButNeverAnotherException()
    {
        byte[] archive = Archive(Files());
        byte[] tar = Unpacked(archive);
        var random = new RandomStream(3);
        for (ulong trial = 0; trial < 300; trial++)
        {
            byte[] damaged = [.. trial % 2 == 0 ? archive : tar];
            // The first header of the tar is the most fragile part of it.
            int place = random.Below(trial % 4 == 1 ? 2048 : damaged.Length, 2 * trial);
            damaged[place] ^= (byte)(1 + random.Below(255, 2 * trial + 1));
            File.WriteAllBytes(folder[Cifar10.ArchiveName], trial % 2 == 0 ? damaged : SmallData.Gzip(damaged));
            Assert.That(Outcome, Is.Null.Or.TypeOf<InputException>(), $"byte {place} of {(trial % 2 == 0 ? "the gzip" : "the tar")}");
        }
    }

    [Test]
    public void SaysWhatItLooksFor() =>
        Assert.That(() => Cifar10.Read(folder.Path), Throws.TypeOf<InputException>().With.Message.Contains("cifar-10-binary.tar.gz"));

    private Exception? Outcome()
    {
        try
        {
            Cifar10.Read(folder.Path, PerFile);
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    /// <summary>Files of two records whose labels and bytes tell them apart.</summary>
    private static Dictionary<string, byte[]> Files() => FileNames.Select((name, file) => (name, content: Records(file)))
        .ToDictionary(pair => pair.name, pair => pair.content);

    private static byte[] Records(int file)
    {
        var content = new byte[PerFile * Record];
        for (int i = 0; i < content.Length; i++) content[i] = (byte)((i + file) * 31 % 255);
        for (int k = 0; k < PerFile; k++) content[k * Record] = (byte)(file + k);
        return content;
    }

    private static byte[] Unpacked(byte[] archive)
    {
        var content = new MemoryStream();
        new GZipStream(new MemoryStream(archive), CompressionMode.Decompress).CopyTo(content);
        return content.ToArray();
    }

    private static byte[] Archive(Dictionary<string, byte[]> files)
    {
        var content = new MemoryStream();
        using (var tar = new TarWriter(content, leaveOpen: true))
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.Directory, "cifar-10-batches-bin/"));
            foreach (var (name, bytes) in files)
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, $"cifar-10-batches-bin/{name}")
                {
                    DataStream = new MemoryStream(bytes),
                });
        }

        return SmallData.Gzip(content.ToArray());
    }
}
