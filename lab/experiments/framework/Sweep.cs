using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Catapult.Kernels;

namespace Catapult.Lab;

/// <summary>
/// The same run at many settings: as many runs at once as there are threads, each on a backend of its own with one thread, so that none shares state. A
/// finished one is kept in the context's folder, so a stopped sweep goes on where it was.
/// </summary>
/// <typeparam name="P">A setting.</typeparam>
/// <typeparam name="R">What a run gives; written and read as JSON.</typeparam>
public sealed class Sweep<P, R>(ExperimentContext context, string name) where P : notnull
{
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private readonly Lock gate = new();
    private readonly List<string> running = [];
    private readonly List<(string Setting, string Result, double Seconds)> done = [];

    /// <summary>Runs all settings that are not done yet.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="key">Names a setting, with all that decides its result.</param>
    /// <param name="run">Runs one on a backend.</param>
    /// <param name="describe">A result in words, for the report.</param>
    /// <returns>The results in the order of the settings.</returns>
    public IReadOnlyList<R> Run(IReadOnlyList<P> settings, Func<P, string> key, Func<P, Backend, R> run, Func<R, string> describe)
    {
        Dictionary<string, Kept> kept = Load();
        var results = new R[settings.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = context.Threads, CancellationToken = context.Cancel };
        Parallel.For(0, settings.Count, parallel, () => context.CreateBackend(1), (i, _, backend) =>
        {
            string full = string.Create(CultureInfo.InvariantCulture, $"{context.Scale}, seed {context.Seed}, {Stranger}{key(settings[i])}");
            bool isKept = kept.TryGetValue(full, out Kept? part);
            Tell(settings.Count, () => running.Add(key(settings[i])));
            if (part is null)
            {
                long start = Stopwatch.GetTimestamp();
                R result = run(settings[i], backend);
                part = new(full, result, Stopwatch.GetElapsedTime(start).TotalSeconds);
                Keep(part);
            }
            results[i] = part.Result;
            Tell(settings.Count, () =>
            {
                if (isKept) context.EarlierSeconds += part.Seconds;
                running.Remove(key(settings[i]));
                done.Add((key(settings[i]), describe(part.Result), part.Seconds));
                context.Report(string.Create(CultureInfo.InvariantCulture, $"{name} {done.Count}/{settings.Count}: {key(settings[i])}: {describe(part.Result)} ({part.Seconds:F1} s{(isKept ? ", kept" : "")})"));
            });
            return backend;
        }, backend => backend.Dispose());
        return results;
    }

    private void Tell(int total, Action change)
    {
        lock (gate)
        {
            change();
            context.Watch?.Invoke(new(name, total, [.. running], [.. done]));
        }
    }

    /// <summary>Names the optimizer that is not the experiment's own.</summary>
    private string Stranger => context.Optimizer is null && context.RateFactor == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"{context.Optimizer?.Name} at {context.RateFactor} times the rates, ");

    private string? File => context.Folder is { } folder ? Path.Combine(folder, $"{name}.sweep.jsonl") : null;

    private Dictionary<string, Kept> Load()
    {
        var kept = new Dictionary<string, Kept>();
        if (File is null || !System.IO.File.Exists(File)) return kept;
        foreach (string line in System.IO.File.ReadLines(File))
            try
            {
                Kept part = JsonSerializer.Deserialize<Kept>(line, Json)!;
                kept[part.Key] = part;
            }
            catch (JsonException)
            {
                // The last line of a run that was killed while it wrote.
            }
        return kept;
    }

    private void Keep(Kept part)
    {
        if (File is null) return;
        lock (gate)
        {
            Directory.CreateDirectory(context.Folder!);
            System.IO.File.AppendAllText(File, JsonSerializer.Serialize(part, Json) + "\n");
        }
    }

    /// <summary>A finished run.</summary>
    private sealed record Kept(string Key, R Result, double Seconds);
}
