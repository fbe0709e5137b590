using System.CommandLine;
using Catapult.Kernels;

namespace Catapult.Benchmarks;

/// <summary>The command <c>peers</c>: from its arguments to its exit code.</summary>
public static class PeersCommand
{
    /// <summary>The command's name, which goes before its options.</summary>
    public const string Name = "peers";

    private const int MostThreads = 1024, BadInput = 2;

    private static readonly Option<string> Device = Checked<string>(
        "--device", "KIND", "Where both sides compute; cpu when absent", $"one of {string.Join(", ", PeersOptions.Devices)}", PeersOptions.Devices.Contains);

    private static readonly Option<string> Scale = Checked<string>(
        "--scale", "SCALE", "small proves that everything runs and measures nothing; full when absent", $"one of {string.Join(", ", PeersOptions.Scales)}", PeersOptions.Scales.Contains);

    private static readonly Option<string> Only = new("--only") { HelpName = "SUBSTRING", Description = "Only workloads whose names contain this" };
    private static readonly Option<string> Torch = new("--torch") { HelpName = "PYTHON", Description = "The Python that has PyTorch; python3 when absent" };
    private static readonly Option<string> Json = new("--json") { HelpName = "FILE", Description = "Also write everything to this file" };

    private static readonly Option<int> Threads =
        Checked<int>("--threads", "N", "Threads on each side; all processors when absent", $"a whole number from 1 to {MostThreads}", n => n is >= 1 and <= MostThreads);

    private static readonly Option<double> Seconds =
        Checked<double>("--seconds", "N", "The least seconds of a measurement; 2 when absent", "a number greater than 0", x => x > 0 && double.IsFinite(x));

    private static readonly Option<int> Repeat =
        Checked<int>("--repeat", "N", "How often to go through the list; once when absent", "a whole number, at least 1", n => n >= 1);

    private static readonly Option<string> PeerScript =
        new("--peer-script") { HelpName = "FILE", Description = $"The peer's program; {TorchPeer.UsualScript} when absent" };

    /// <summary>Runs the command.</summary>
    /// <param name="args">The arguments, the command's name first.</param>
    /// <param name="output">Takes a line of JSON a measurement, then the table.</param>
    /// <param name="error">Takes the sentence about what is missing or wrong.</param>
    /// <returns>0, 1 where a workload failed on a GPU, or 2 after bad input.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var command = new Command(Name, "Runs the workloads of the PyTorch peer in Catapult, and in PyTorch where there is one")
        {
            Device, Scale, Only, Threads, Seconds, Repeat, Torch, PeerScript, Json,
        };
        command.SetAction(line => Comparison.Run(Read(line), output, error));
        var root = new RootCommand("Benchmarks of Catapult; without a command, those of BenchmarkDotNet.") { command };
        try
        {
            ParseResult line = root.Parse(args);
            if (line.Action is not { ClearsParseErrors: true } && line.Errors is [var wrong, ..]) throw new InputException(wrong.Message);
            return line.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (InputException exception)
        {
            error.WriteLine(exception.Message);
            return BadInput;
        }
    }

    private static PeersOptions Read(ParseResult line)
    {
        var defaults = new PeersOptions();
        var options = new PeersOptions
        {
            Device = line.GetResult(Device) is null ? defaults.Device : line.GetValue(Device)!,
            Scale = line.GetResult(Scale) is null ? defaults.Scale : line.GetValue(Scale)!,
            Only = line.GetValue(Only) ?? defaults.Only,
            Threads = line.GetResult(Threads) is null ? defaults.Threads : line.GetValue(Threads),
            Seconds = line.GetResult(Seconds) is null ? defaults.Seconds : line.GetValue(Seconds),
            Repeat = line.GetResult(Repeat) is null ? defaults.Repeat : line.GetValue(Repeat),
            Torch = line.GetValue(Torch) ?? defaults.Torch,
            PeerScript = line.GetValue(PeerScript),
            Json = line.GetValue(Json),
        };
        if (options.Workloads is [])
            throw new InputException($"No workload's name contains '{options.Only}'; they are {string.Join(", ", options.AllWorkloads.Select(workload => workload.Name))}.");
        if (options.PeerScript is { } script && !File.Exists(script)) throw new InputException($"There is no file '{script}'; name the peer's program, or leave --peer-script out.");
        return options;
    }

    private static Option<T> Checked<T>(string name, string helpName, string description, string range, Func<T, bool> legal) where T : IParsable<T> => new(name)
    {
        HelpName = helpName,
        Description = description,
        CustomParser = result =>
        {
            string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (T.TryParse(text, null, out T? value) && legal(value)) return value;
            result.AddError($"{name} must be {range}, not '{text}'.");
            return default;
        },
    };
}
