using System.Security.Cryptography;
using Catapult.Cli;
using Catapult.Kernels.Gpu;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Bad files and places: one sentence, exit code 2, nothing half-written.</summary>
[Category("Slow"), NonParallelizable, FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class BadFilesTests : IDisposable
{
    private const string Images = "train-images-idx3-ubyte", Labels = "train-labels-idx1-ubyte";

    private readonly TemporaryFolder folder = new();

    public BadFilesTests() => DigitFiles.Write(Data);

    private string Data => folder["data"];

    private string Out => folder["out"];

    public void Dispose() => folder.Dispose();

    [Test]
    public void AMissingDataFolder([Values("train", "lr-find")] string command)
    {
        Directory.Delete(Data, recursive: true);
        AssertRefused(command, "", Data, "--download", "train-images-idx3-ubyte.gz");
    }

    [Test]
    public void AMissingDataFile([Values("train", "lr-find")] string command)
    {
        File.Delete(Path.Combine(Data, Labels));
        AssertRefused(command, "", Labels, Data);
    }

    [Test]
    public void ATruncatedDataFile([Values("train", "lr-find")] string command)
    {
        Change(Images, bytes => bytes[..^5]);
        AssertRefused(command, "", Images, "150539", "150544");
    }

    [Test]
    public void ATruncatedGzipFile()
    {
        File.WriteAllBytes(Path.Combine(Data, $"{Images}.gz"), SmallData.Gzip(File.ReadAllBytes(Path.Combine(Data, Images)))[..5000]);
        File.Delete(Path.Combine(Data, Images));
        AssertRefused("train", "", $"{Images}.gz");
    }

    [Test]
    public void AWrongMagicNumber()
    {
        Change(Images, bytes => [0, 0, 8, 1, .. bytes[4..]]);
        AssertRefused("train", "", Images, "magic number 0x00000801", "0x00000803");
    }

    [Test]
    public void ALabelOutOfRange()
    {
        Change(Labels, bytes => [.. bytes[..^1], 10]);
        AssertRefused("train", "", "image 191", "label 10", "0 to 9");
    }

    [TestCase("--batch-size 193", "193", "192")]
    [TestCase("--batch-size 65 --limit 64", "65", "64")]
    [TestCase("--precision float16", "float16", "tf32")]
    [TestCase("--model resnet21", "resnet21", "did you mean resnet20?")]
    [TestCase("--lr 0", "greater than 0")]
    [TestCase("--lr -1", "greater than 0")]
    public void AnImpossibleOption(string options, params string[] expected) => AssertRefused("train", options, expected);

    [TestCase("cuda")]
    [TestCase("opencl")]
    [TestCase("ilgpu-cpu")]
    public void ADeviceThatIsNotHere(string kind)
    {
        if (GpuDevices.List().Any(device => device.Kind == kind && device.Obstacle is null)) Assert.Ignore($"There is a device of kind {kind}.");
        AssertRefused("train", $"--device {kind}", kind, "--device cpu");
    }

    [Test]
    public void AnUnwritableFolder([Values("train", "lr-find")] string command) =>
        AssertSentence(Run(command, "--out /proc/x"), "/proc/x", "--out");

    [Test]
    public void AFileWhereTheFolderShouldBe([Values("train", "lr-find")] string command)
    {
        File.WriteAllText(Out, "");
        AssertSentence(Run(command, $"--out {Out}"), Out, "--out");
        Assert.That(File.ReadAllText(Out), Is.Empty);
    }

    [Test]
    public void AFullDisk()
    {
        Directory.CreateDirectory(Out);
        File.CreateSymbolicLink(Path.Combine(Out, "metrics.csv"), "/dev/full");
        AssertSentence(Run("train", $"--out {Out}"), "No space left", "metrics.csv", "--out");
        Assert.That(new RunFolder(Out).Entries, Is.EqualTo(new[] { "metrics.csv" }));
    }

    [Test]
    public void ALinkInPlaceOfTheReportIsReplacedAndNotFollowed()
    {
        Directory.CreateDirectory(Out);
        File.CreateSymbolicLink(Path.Combine(Out, "report.html"), "/dev/full");
        Assert.That(Run("train", $"--out {Out}").Code, Is.EqualTo(ExitCode.Success));
        Assert.That(File.ReadAllText(Path.Combine(Out, "report.html")), Does.EndWith("</html>").Or.EndWith("</html>\n"));
    }

    [TestCase("train")]
    [TestCase("lr-find")]
    public void ResumingWithoutACheckpoint(string command)
    {
        Directory.CreateDirectory(folder["empty"]);
        AssertSentence(ProgramRun.Of($"{command} --resume {folder["empty"]} --out {Out}"), folder["empty"], "no checkpoint");
        AssertSentence(ProgramRun.Of($"{command} --resume {folder["missing"]}"), folder["missing"], "no checkpoint");
        Assert.That(Directory.Exists(Out) || Directory.Exists(folder["missing"]), Is.False);
    }

    [Test]
    public void ACheckpointOfAnotherVersion([Values("train", "lr-find")] string command) =>
        AssertRefusedCheckpoint(command, "state.json", text => text.Replace("\"Version\": 1", "\"Version\": 99", StringComparison.Ordinal), "version 99", "version 1");

    [Test]
    public void ACheckpointThatAnotherProgramWrote([Values("train", "lr-find")] string command) =>
        AssertRefusedCheckpoint(command, "state.json", text => $"{text[..text.IndexOf("\"Run\"", StringComparison.Ordinal)]}\"Run\": {{}} }}", "checkpoint");

    [Test]
    public void ACheckpointOfAnotherModel([Values("train", "lr-find")] string command) =>
        AssertRefusedCheckpoint(command, "state.json", text => text.Replace("\"mlp\"", "\"lenet\"", StringComparison.Ordinal), "another model");

    [Test]
    public void ATruncatedCheckpoint([Values("train", "lr-find")] string command) =>
        AssertRefusedCheckpoint(command, "optimizer.safetensors", text => text[..^1], "optimizer.safetensors", "truncated");

    [TestCase("404 Not Found", 0, "404")]
    [TestCase("200 OK", 10, "failed")]
    [TestCase("200 OK", 0, "MD5")]
    public void AFailedDownload(string status, int missing, string expected)
    {
        Directory.Delete(Data, recursive: true);
        HttpClient.DefaultProxy = new System.Net.WebProxy();
        using var server = new LoopbackServer();
        byte[] body = RandomNumberGenerator.GetBytes(2_000);
        server.Answer($"{Images}.gz", body, status, body.Length + missing);
        AssertRefused("train", $"--download --download-from {server.Home}", $"{server.Home}{Images}.gz", expected);
        Assert.That(Directory.Exists(Data) ? Directory.EnumerateFileSystemEntries(Data) : [], Is.Empty);
    }

    private ProgramRun Run(string command, string options)
    {
        string length = command == "train" ? $"--steps 3 {(options.Contains("--lr") ? "" : "--lr 0.01")}" : "--iterations 12";
        string model = options.Contains("--model") ? "" : "--model mlp";
        string batch = options.Contains("--batch-size") ? "" : "--batch-size 16";
        return ProgramRun.Of($"{command} --dataset mnist --data {Data} {model} {batch} {length} --threads 1 --quiet {options}");
    }

    private void Change(string name, Func<byte[], byte[]> change)
    {
        string path = Path.Combine(Data, name);
        File.WriteAllBytes(path, change(File.ReadAllBytes(path)));
    }

    private void AssertRefused(string command, string options, params string[] expected)
    {
        AssertSentence(Run(command, $"{options} --out {Out}"), expected);
        Assert.That(Directory.Exists(Out), Is.False, "the output folder");
    }

    private void AssertRefusedCheckpoint(string command, string file, Func<string, string> change, params string[] expected)
    {
        string first = folder["first"], path = Path.Combine(first, "checkpoint", file);
        Assert.That(Run("train", $"--stop-after 2 --out {first}").Code, Is.EqualTo(ExitCode.Success));
        File.WriteAllText(path, change(File.ReadAllText(path, System.Text.Encoding.Latin1)), System.Text.Encoding.Latin1);
        string[] before = Contents(first);
        AssertSentence(ProgramRun.Of($"{command} --resume {first} --quiet"), [first, .. expected]);
        AssertSentence(ProgramRun.Of($"{command} --resume {first} --quiet --out {Out}"), [first, .. expected]);
        Assert.That(Contents(first), Is.EqualTo(before));
        Assert.That(Directory.Exists(Out), Is.False, "the output folder");
    }

    private static void AssertSentence(ProgramRun run, params string[] expected)
    {
        Assert.That((run.Code, run.Output), Is.EqualTo((ExitCode.BadInput, "")), run.Error);
        Assert.That(run.Error.TrimEnd().Split('\n'), Has.Length.EqualTo(1));
        foreach (string part in expected) Assert.That(run.Error, Does.Contain(part));
    }

    private static string[] Contents(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => $"{path} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))}"),
    ];
}
