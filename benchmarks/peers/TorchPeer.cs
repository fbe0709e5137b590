using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Catapult.Benchmarks;

/// <summary>PyTorch, in a process of its own for each workload.</summary>
public sealed class TorchPeer
{
    /// <summary>Where the script is looked for when none is named, from the current folder.</summary>
    public static readonly string UsualScript = Path.Combine("..", "shared", "peers", "torch_peer.py");

    // Set for other programs' sake on some machines, these keep the peer's matrix products from the widest vectors.
    private static readonly string[] Handicaps = ["OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"];

    private static readonly string[] Devices = [PeersOptions.Cpu, PeersOptions.Cuda];

    private readonly PeersOptions options;
    private readonly string script;

    private TorchPeer(PeersOptions options, string script) => (this.options, this.script) = (options, script);

    /// <summary>The peer, or null and a sentence that says why there is none.</summary>
    public static TorchPeer? Find(PeersOptions options, TextWriter error)
    {
        if (options.Scale == PeersOptions.Small || !Devices.Contains(options.Device))
        {
            error.WriteLine($"PyTorch is left out: it has {(options.Scale == PeersOptions.Small ? "no workloads of small sizes" : $"no device {options.Device}")}.");
            return null;
        }
        if ((options.PeerScript ?? (File.Exists(UsualScript) ? UsualScript : null)) is not { } script)
        {
            error.WriteLine("PyTorch is left out: its program is not in the usual place, so name it with --peer-script.");
            return null;
        }
        var peer = new TorchPeer(options, script);
        (_, string? fault) = peer.Start("--list");
        if (fault is null) return peer;
        error.WriteLine($"PyTorch is left out: {fault}; name a Python that has it with --torch.");
        return null;
    }

    /// <summary>Times a workload; null, after a sentence, where the peer cannot.</summary>
    public Measurement? Measure(Workload workload, TextWriter error)
    {
        (string output, string? fault) = Start(
            "--device", options.Device, "--only", workload.Name, "--threads", $"{options.Threads}", "--seconds", options.Seconds.ToString(CultureInfo.InvariantCulture));
        // The peer runs whatever contains the name.
        Measurement? found = fault is null ? Lines(output).FirstOrDefault(line => line.Workload == workload.Name) : null;
        if (found is null) error.WriteLine($"PyTorch has no figure for {workload.Name}: {fault ?? "its program does not know it"}.");
        return found;
    }

    private static IEnumerable<Measurement> Lines(string output)
    {
        foreach (string line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Measurement? read = null;
            try
            {
                read = Measurement.OfPeer(line);
            }
            catch (JsonException)
            {
                // A word of some library's own, which is no measurement.
            }
            if (read is not null) yield return read;
        }
    }

    private (string Output, string? Fault) Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(options.Torch, [script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string name in Handicaps) start.Environment.Remove(name);
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> complaint = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? (output, null) : ("", $"{options.Torch} says '{LastLine(complaint.Result)}'");
        }
        catch (Win32Exception exception)
        {
            return ("", exception.Message.TrimEnd('.'));
        }
    }

    private static string LastLine(string text) => text.TrimEnd().Split('\n')[^1].Trim();
}
