using System.Buffers.Binary;
using System.Text;
using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SafetensorsTests : IDisposable
{
    private static readonly DType[] Types = [DType.Float32, DType.Float64, DType.Int32];

    private static readonly string[] TypeNames = ["F32", "F64", "I32"];

    private readonly TemporaryFolder folder = new();

    private string Place => folder["weights.safetensors"];

    public void Dispose() => folder.Dispose();

    [FsCheck.NUnit.Property(MaxTest = 60)]
    public void WhatIsWrittenIsReadBackByBothReaders(int seed, byte count)
    {
        SafetensorsEntry[] entries = Entries(new Random(seed), count % 6);
        var metadata = new Dictionary<string, string> { ["epoch"] = $"{seed}", ["名"] = "\"quoted\"\n" };
        Safetensors.Write(Place, entries, metadata);
        var read = Safetensors.Read(Place);
        var (specified, specifiedMetadata) = SpecReader.Read(File.ReadAllBytes(Place));
        Assert.That(read.Entries.Select(Facts), Is.EqualTo(entries.Select(Facts)));
        Assert.That(specified.Select(Facts), Is.EqualTo(entries.Select(Facts)));
        Assert.That(read.Metadata["名"], Is.EqualTo(metadata["名"]));
        Assert.That(specifiedMetadata, Is.EquivalentTo(read.Metadata));
        Assert.That(BinaryPrimitives.ReadInt64LittleEndian(File.ReadAllBytes(Place)) % 8, Is.Zero, "elements are aligned");
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public void ADamagedFileIsReadOrRefusedButNeverAFault(int seed)
    {
        var random = new Random(seed);
        Safetensors.Write(Place, Entries(new Random(1), 3));
        byte[] bytes = File.ReadAllBytes(Place);
        int header = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        for (int i = 0; i < 1 + random.Next(3); i++) bytes[random.Next(8 + header)] = (byte)random.Next(32, 127);
        File.WriteAllBytes(Place, random.Next(4) > 0 ? bytes : bytes[..random.Next(bytes.Length)]);
        try
        {
            Safetensors.Read(Place);
        }
        catch (InputException refusal)
        {
            Assert.That(refusal.Message, Does.Contain(Place));
        }
    }

    [TestCase("{}", "")]
    [TestCase("""{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}""", "abcd")]
    [TestCase("""{"a":{"dtype":"F32","shape":[0,3],"data_offsets":[0,0]}}   """, "")]
    public void UnusualFilesAreRead(string header, string data) => Assert.That(() => Read(header, data), Throws.Nothing);

    [TestCase("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "abcd", "truncated")]
    [TestCase("""{"a":{"dtype":"BF16","shape":[2],"data_offsets":[0,4]}}""", "abcd", "BF16")]
    [TestCase("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "abcd", "needs 8 bytes")]
    [TestCase("""{"a":{"dtype":"F32","shape":[-1,-1],"data_offsets":[0,4]}}""", "abcd", "-1")]
    [TestCase("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}""", "abcd", "-4")]
    [TestCase("""{"a":{"dtype":"F32","shape":[1]}}""", "abcd", "damaged")]
    [TestCase("""{"a":{"dtype":"F32","data_offsets":[0,4]}}""", "abcd", "damaged")]
    [TestCase("""{"a":{"dtype":"F32","shape":[null],"data_offsets":[0,4]}}""", "abcd", "damaged")]
    [TestCase("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "abcd", "damaged")]
    [TestCase("""{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,4]}}""", "abcd", "damaged")]
    [TestCase("""{"a":null}""", "", "damaged")]
    [TestCase("""{"__metadata__":{"a":1}}""", "", "damaged")]
    [TestCase("null", "", "damaged")]
    [TestCase("[1]", "", "damaged")]
    [TestCase("{\"a\"", "", "damaged")]
    public void ADamagedHeaderIsNamed(string header, string data, string expected) =>
        Assert.That(() => Read(header, data), Throws.TypeOf<InputException>().With.Message.Contains(Place).And.Message.Contains(expected));

    [TestCase("a")]
    [TestCase("__metadata__")]
    public void ANameThatIsTakenIsRefusedBeforeAnythingIsWritten(string name)
    {
        SafetensorsEntry[] entries = [new("a", DType.Float32, [1], new byte[4]), new(name, DType.Float32, [1], new byte[4])];
        Assert.That(() => Safetensors.Write(Place, entries), Throws.ArgumentException.With.Message.Contains($"'{name}'"));
        Assert.That(File.Exists(Place), Is.False);
    }

    [TestCase(0)]
    [TestCase(7)]
    [TestCase(20)]
    public void ATruncatedFileIsNamed(int length)
    {
        Safetensors.Write(Place, Entries(new Random(1), 2));
        File.WriteAllBytes(Place, File.ReadAllBytes(Place)[..length]);
        Assert.That(() => Safetensors.Read(Place), Throws.TypeOf<InputException>().With.Message.Contains(Place).And.Message.Contains("truncated"));
    }

    [Test]
    public void AMissingFileIsNamed() =>
        Assert.That(() => Safetensors.Read(Place), Throws.TypeOf<InputException>().With.Message.Contains(Place));

    [Test]
    public void AFileThatCannotBeWrittenLeavesNothingBehind()
    {
        Directory.CreateDirectory(Place);
        Assert.That(() => Safetensors.Write(Place, Entries(new Random(1), 2)), Throws.TypeOf<InputException>().With.Message.Contains(Place));
        Assert.That(() => Safetensors.Write("/proc/x/y", []), Throws.TypeOf<InputException>().With.Message.Contains("/proc/x/y"));
        Assert.That(Directory.EnumerateFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories), Is.EqualTo(new[] { Place }));
    }

    [Test]
    public void AFailureLeavesTheOlderFileAsItWas()
    {
        File.WriteAllText(Place, "older");
        Assert.That(
            () => AtomicFile.Write(Place, writer =>
            {
                writer.Write("newer");
                throw new IOException("No space left on device");
            }),
            Throws.TypeOf<InputException>().With.Message.Contains("No space left"));
        Assert.That(File.ReadAllText(Place), Is.EqualTo("older"));
        Assert.That(Directory.EnumerateFiles(folder.Path), Is.EqualTo(new[] { Place }));
    }

    private void Read(string header, string data)
    {
        byte[] text = Encoding.UTF8.GetBytes(header);
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        File.WriteAllBytes(Place, [.. length, .. text, .. Encoding.ASCII.GetBytes(data)]);
        Safetensors.Read(Place);
    }

    private static SafetensorsEntry[] Entries(Random random, int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        int[] shape = [.. Enumerable.Range(0, random.Next(6)).Select(_ => random.Next(5))];
        DType type = Types[random.Next(Types.Length)];
        byte[] data = new byte[shape.Aggregate(1, (product, extent) => product * extent) * type.Size()];
        random.NextBytes(data);
        return new SafetensorsEntry($"{i}.wéight \"{string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => Character(random)))}\"", type, shape, data);
    })];

    /// <summary>Any character of Unicode, control characters and those beyond 16 bits among them; every other one is ASCII.</summary>
    private static Rune Character(Random random)
    {
        while (true)
            if (Rune.TryCreate(random.Next(2) == 0 ? random.Next(0x80) : random.Next(0x110000), out Rune rune)) return rune;
    }

    private static string Facts(SafetensorsEntry entry) =>
        $"{entry.Name} {TypeNames[Array.IndexOf(Types, entry.Type)]} [{string.Join(',', entry.Shape)}] {Convert.ToHexString(entry.Data)}";

    private static string Facts(SpecReader.Entry entry) =>
        $"{entry.Name} {entry.Type} [{string.Join(',', entry.Shape)}] {Convert.ToHexString(entry.Data)}";
}
