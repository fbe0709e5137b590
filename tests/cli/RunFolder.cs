using System.Text.Json.Nodes;

namespace Catapult.Tests;

/// <summary>What a run left in its output folder.</summary>
internal sealed record RunFolder(string Path)
{
    public string this[string name] => System.IO.Path.Combine(Path, name);

    public byte[] Model => File.ReadAllBytes(this["model.safetensors"]);

    public JsonNode Run => JsonNode.Parse(File.ReadAllText(this["run.json"]))!;

    /// <summary>The rows of metrics.csv, header first, without the speed, which no two runs share.</summary>
    public string[] Metrics => [.. File.ReadAllLines(this["metrics.csv"]).Select(row => row[..row.LastIndexOf(',')])];

    /// <summary>All files and folders, the checkpoint's own aside.</summary>
    public string[] Entries => [.. Directory.EnumerateFileSystemEntries(Path).Select(entry => System.IO.Path.GetFileName(entry)).Order(StringComparer.Ordinal)];
}
