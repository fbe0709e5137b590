using System.Security.Cryptography;
using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DatasetDownloaderTests : IDisposable
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * i))];
    private static readonly string Md5 = Convert.ToHexString(MD5.HashData(Content));

    private readonly TemporaryFolder folder = new();
    private readonly LoopbackServer server = new();

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    private async Task Download(params DownloadFile[] files)
    {
        using var downloader = new DatasetDownloader(TimeSpan.FromSeconds(0.2), new SocketsHttpHandler { UseProxy = false });
        await downloader.DownloadAsync(new(server.Home, files), folder.Path);
    }

    [Test]
    public async Task FetchesWhatIsMissingAndKeepsWhatIsThere()
    {
        File.WriteAllText(folder["old"], "mine");
        server.Answer("new", Content);
        await Download(new("old", "00"), new("new", Md5));
        Assert.That(File.ReadAllBytes(folder["new"]), Is.EqualTo(Content));
        Assert.That(File.ReadAllText(folder["old"]), Is.EqualTo("mine"));
        Assert.That(Files(), Is.EquivalentTo(new[] { "old", "new" }));
        Assert.That(server.Requests, Is.EqualTo(1));
    }

    [Test]
    public void RefusesAWrongChecksum()
    {
        server.Answer("file", [.. Content, 0]);
        AssertFails("MD5");
    }

    [Test]
    public void RefusesATruncatedBody()
    {
        server.Answer("file", Content[..1000], statedLength: Content.Length);
        AssertFails("failed");
    }

    [Test]
    public void RefusesAnError()
    {
        server.Answer("file", [], "404 Not Found");
        AssertFails("404");
    }

    [Test]
    public void RefusesAStall()
    {
        server.Stalls = true;
        server.Answer("file", Content[..1000], statedLength: Content.Length);
        AssertFails("sent nothing for 0.2 seconds");
    }

    [Test]
    public void RefusesAFolderThatCannotBeMade()
    {
        File.WriteAllText(folder["taken"], "");
        using var downloader = new DatasetDownloader();
        Assert.That(async () => await downloader.DownloadAsync(new(server.Home, [new("file", Md5)]), folder["taken/below"]),
            Throws.TypeOf<InputException>());
    }

    [Test]
    public void CancellingIsNotAnErrorOfTheServer()
    {
        server.Stalls = true;
        server.Answer("file", Content[..1000], statedLength: Content.Length);
        using var downloader = new DatasetDownloader(handler: new SocketsHttpHandler { UseProxy = false });
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(0.2));
        Assert.That(
            async () => await downloader.DownloadAsync(new(server.Home, [new("file", Md5)]), folder.Path, cancellation: cancellation.Token),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Files(), Is.Empty);
    }

    private IEnumerable<string?> Files() => Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName);

    private void AssertFails(string expected)
    {
        Assert.That(async () => await Download(new DownloadFile("file", Md5)),
            Throws.TypeOf<InputException>().With.Message.Contains(expected).And.Message.Contains($"{server.Home}file"));
        Assert.That(Files(), Is.Empty);
    }
}
