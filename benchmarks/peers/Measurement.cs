using System.Text.Json;
using System.Text.Json.Serialization;
using Catapult.Kernels;

namespace Catapult.Benchmarks;

/// <summary>How fast a workload was: a line of the peer's output, and whose it is.</summary>
/// <param name="Workload">The workload's name.</param>
/// <param name="Unit">The unit of the rates.</param>
/// <param name="Median">The rate of the median call, each waited for.</param>
/// <param name="Best">The rate of the fastest call.</param>
/// <param name="Runs">How many calls were timed.</param>
/// <param name="By">Who ran it.</param>
/// <param name="Queued">The rate of many calls that are queued before one wait; null where nothing is queued, and for the peer.</param>
public sealed record Measurement(
    string Workload, string Unit, double Median, double Best, int Runs, string By,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Queued = null)
{
    /// <summary>The value of <see cref="By"/> for this project.</summary>
    public const string Catapult = "catapult";

    /// <summary>The value of <see cref="By"/> for the peer.</summary>
    public const string PyTorch = "pytorch";

    private const int Digits = 3;

    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    /// <summary>Times a workload on fresh data and a backend of its own.</summary>
    /// <exception cref="InputException">The device cannot be used, or has no room.</exception>
    public static Measurement Of(Workload workload, PeersOptions options)
    {
        // What the workload before has left, some hundred megabytes, is collected now and not while this one runs.
        GC.Collect();
        using Backend backend = options.CreateBackend();
        Action call = workload.Prepare(backend);
        Timing time = Timing.Of(call, backend.Synchronize, options.Seconds);
        double? queued = options.Queues ? Rate(time.Queued(call, backend.Synchronize, options.Seconds)) : null;
        return new(workload.Name, workload.Unit, Rate(time.Median), Rate(time.Best), time.Runs, Catapult, queued);

        double Rate(double secondsOfCall) => Math.Round(workload.Work / secondsOfCall, Digits);
    }

    /// <summary>Reads a line of the peer's output.</summary>
    /// <exception cref="JsonException">The line is no such object.</exception>
    public static Measurement OfPeer(string line) => JsonSerializer.Deserialize<Measurement>(line, Names)! with { By = PyTorch };

    /// <summary>The line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Names);
}
