using System.Security.Cryptography;
using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>
/// Fetches the files of a data set. Each goes to a temporary file beside its target and is moved into place only when it is
/// whole and its checksum right, so a failure leaves nothing behind.
/// </summary>
public sealed class DatasetDownloader : IDisposable
{
    private const int BufferBytes = 1 << 16;

    private readonly HttpClient client;
    private readonly TimeSpan stallTimeout;

    /// <summary>Prepares a client.</summary>
    /// <param name="stallTimeout">How long the server may send nothing; 30 seconds when null.</param>
    /// <param name="handler">How requests are sent; the system's way when null.</param>
    public DatasetDownloader(TimeSpan? stallTimeout = null, HttpMessageHandler? handler = null)
    {
        this.stallTimeout = stallTimeout ?? TimeSpan.FromSeconds(30);
        client = new(handler ?? new SocketsHttpHandler()) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Fetches the files that the folder, which is made when missing, does not hold yet.</summary>
    /// <exception cref="InputException">The server errs, stalls, breaks off or sends other bytes, or the disk refuses.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task DownloadAsync(
        DownloadSource source, string folder, IProgress<DownloadProgress>? progress = null, CancellationToken cancellation = default)
    {
        foreach (var file in source.Files)
        {
            string target = Path.Combine(folder, file.Name);
            if (File.Exists(target)) continue;
            await FetchAsync(new(source.Home, file.Name), file, target, progress, cancellation);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task FetchAsync(
        Uri address, DownloadFile file, string target, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        string part = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
            string md5 = await ReceiveAsync(address, file, part, progress, cancellation);
            if (!md5.Equals(file.Md5, StringComparison.OrdinalIgnoreCase))
                throw new InputException(
                    $"{address}: the file has the MD5 {md5}, expected {file.Md5}; "
                    + "the server sent something else, so try again or another mirror.");
            File.Move(part, target);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new InputException(
                $"{address}: the server sent nothing for {stallTimeout.TotalSeconds:0.###} seconds; check the network and try again.", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"{address}: the download failed ({e.Message.TrimEnd('.')}); check the network and the disk, and try again.", e);
        }
        finally
        {
            if (File.Exists(part)) File.Delete(part);
        }
    }

    /// <summary>Writes the body to the file part and returns its MD5.</summary>
    private async Task<string> ReceiveAsync(
        Uri address, DownloadFile file, string part, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        using var stall = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        stall.CancelAfter(stallTimeout);
        using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, stall.Token);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(stall.Token);
        await using var disk = File.Create(part);
        var buffer = new byte[BufferBytes];
        for (int read; (read = await body.ReadAsync(buffer, stall.Token)) > 0; stall.CancelAfter(stallTimeout))
        {
            md5.AppendData(buffer, 0, read);
            await disk.WriteAsync(buffer.AsMemory(0, read), cancellation);
            progress?.Report(new(file.Name, disk.Position, response.Content.Headers.ContentLength));
        }

        return Convert.ToHexStringLower(md5.GetHashAndReset());
    }
}
