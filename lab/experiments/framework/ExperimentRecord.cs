using System.Text.Json;

namespace Catapult.Lab;

/// <summary>An experiment's run as it is kept: <c>experiment.json</c>, from which its page is made.</summary>
public sealed record ExperimentRecord
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The experiment's name.</summary>
    public required string Name { get; init; }

    /// <summary>What is to be seen.</summary>
    public required string Shows { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>What the source claims.</summary>
    public required string Claim { get; init; }

    /// <summary>How large it was run, in lower case.</summary>
    public required string Scale { get; init; }

    /// <summary>What computed.</summary>
    public required string Device { get; init; }

    /// <summary>The day of the run, in UTC.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>How long it took.</summary>
    public required double Seconds { get; init; }

    /// <summary>What the command line said of optimizer and rates; null for nothing, where the experiment has its own.</summary>
    public string? Options { get; init; }

    /// <summary>The settings, by name.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Settings { get; init; }

    /// <summary>The figures.</summary>
    public required ExperimentTable Table { get; init; }

    /// <summary>The claims, held against the figures.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The pictures: names of files beside this one, and captions.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Figures { get; init; }

    /// <summary>What differs from the source, and why.</summary>
    public required string Differences { get; init; }

    /// <summary>
    /// reproduced where every claim holds, partly reproduced where some do, not reproduced otherwise; none where a run says nothing of the claims, being too small
    /// or another optimizer's.
    /// </summary>
    public string Verdict => Findings.Count(finding => finding.Holds) switch
    {
        _ when Scale == nameof(ExperimentScale.Smoke).ToLowerInvariant() => "no verdict, a proof that it runs",
        _ when Options is not null => "no verdict on the claim, for another optimizer or other rates",
        0 => "not reproduced",
        var holding when holding == Findings.Count => "reproduced",
        _ => "partly reproduced",
    };

    /// <summary>The record of a run.</summary>
    public static ExperimentRecord Of(Experiment experiment, ExperimentContext context, string device, double seconds, ExperimentResult result) => new()
    {
        Name = experiment.Name,
        Shows = experiment.Shows,
        Source = experiment.Source,
        Claim = experiment.Claim,
        Scale = context.Scale.ToString().ToLowerInvariant(),
        Device = device,
        Date = DateOnly.FromDateTime(DateTime.UtcNow),
        Seconds = Math.Round(seconds, 1),
        Options = context.Optimizer is null && context.RateFactor == 1 ? null : OptionsOf(context),
        Settings = result.Settings,
        Table = result.Table,
        Findings = result.Findings,
        Figures = [.. result.Figures.Select(figure => KeyValuePair.Create($"{figure.Name}.svg", figure.Caption))],
        Differences = result.Differences,
    };

    private static string OptionsOf(ExperimentContext context) =>
        FormattableString.Invariant($"{(context.Optimizer is { } optimizer ? $" --optimizer {optimizer.Name}" : "")}{(context.RateFactor == 1 ? "" : $" --lr-factor {context.RateFactor}")}");

    /// <summary>Reads a record.</summary>
    public static ExperimentRecord Read(string path) => JsonSerializer.Deserialize<ExperimentRecord>(File.ReadAllText(path), Json)!;

    /// <summary>The record as text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
