using System.Globalization;
using System.Text.Json.Nodes;
using Catapult.Lab;
using Catapult.Ladders;

namespace Catapult.Tests;

/// <summary>What stands between the markers of a page, made from the code and from docs/results: the run.json of each run, and outputs as they were printed.</summary>
internal static class ResultTable
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "results");

    /// <summary>
    /// The text of a generated part: a table of all runs for <c>runs</c>, the catalog of operations for <c>operations</c>, the side-by-side runs for
    /// <c>peers</c>, what the assembler makes of the GPU kernels for <c>gpu-kernels</c>, the experiments for <c>experiments</c>,
    /// the ladders for <c>ladders</c>, <c>ladder-NAME</c> and <c>floors-NAME</c>, otherwise the file of that name as a block.
    /// </summary>
    public static string Render(string part) => part switch
    {
        "runs" => Runs(),
        "operations" => OperationTable.Render(),
        "peers" => PeerTable.Render(Path.Combine(Folder, "peers", "peers.json")),
        "gpu-kernels" => GpuKernelTable.Render(),
        "experiments" => ExperimentPage.RenderIndex(ExperimentPageTests.Committed),
        "ladders" => LadderTable.Index(),
        _ when part.StartsWith("ladder-", StringComparison.Ordinal) => LadderTable.Rungs(AllLadders.Named(part["ladder-".Length..])!),
        _ when part.StartsWith("floors-", StringComparison.Ordinal) => LadderTable.Floors(AllLadders.Named(part["floors-".Length..])!),
        _ => $"```\n{File.ReadAllText(Path.Combine(Folder, part)).TrimEnd()}\n```",
    };

    private static string Runs()
    {
        IEnumerable<JsonNode> runs = Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal).Select(path => JsonNode.Parse(File.ReadAllText(path))!);
        string[] header = ["| data | model | optimizer | epochs | peak rate | test accuracy | images/s | whole command |", "|---|---|---|--:|--:|--:|--:|--:|"];
        return string.Join('\n', [.. header, .. runs.Select(Row)]) + $"\n\nMeasured on {File.ReadAllText(Path.Combine(Folder, "machine.txt")).Trim()}.";
    }

    private static string Row(JsonNode run)
    {
        string rate = Number(run, "max_lr", "0.###") + (run["lr_from_range_test"]!.GetValue<bool>() ? ", from the range test" : "");
        string[] cells =
        [
            $"{run["dataset"]}", $"{run["model"]}", $"{run["optimizer"]}", $"{run["epochs"]}", rate,
            Number(run["final"]!, "test_accuracy", "0.00%"), Number(run, "images_per_second", "#,0"), Number(run, "wall_seconds", "0") + " s",
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    private static string Number(JsonNode node, string name, string format) => node[name]!.GetValue<double>().ToString(format, CultureInfo.InvariantCulture);
}
