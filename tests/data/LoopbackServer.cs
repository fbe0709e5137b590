using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Catapult.Tests;

/// <summary>A server on this machine that answers each request with the bytes of its path, then closes the connection.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, byte[]> answers = [];
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public LoopbackServer()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public Uri Home => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/data/");

    public int Requests { get; private set; }

    /// <summary>Answers /data/name with a status, the length that is stated, and the body that is really sent.</summary>
    public void Answer(string name, byte[] body, string status = "200 OK", int? statedLength = null)
    {
        string head = $"HTTP/1.1 {status}\r\nContent-Length: {statedLength ?? body.Length}\r\nConnection: close\r\n\r\n";
        answers[$"/data/{name}"] = [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    /// <summary>Whether connections stay open after the answer, so that an answer that is too short stalls.</summary>
    public bool Stalls { get; set; }

    public void Dispose()
    {
        stop.Cancel();
        serving.Wait();
        listener.Dispose();
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true) await AnswerAsync(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            var request = new byte[4096];
            int length = await client.GetStream().ReadAsync(request, stop.Token);
            string path = Encoding.ASCII.GetString(request, 0, length).Split(' ')[1];
            Requests++;
            await client.GetStream().WriteAsync(answers[path], stop.Token);
            if (Stalls) await Task.Delay(Timeout.Infinite, stop.Token);
        }
    }
}
