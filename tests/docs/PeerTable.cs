using System.Globalization;
using System.Text.Json.Nodes;

namespace Catapult.Tests;

/// <summary>The table of the side-by-side runs, made from the file that the command <c>peers</c> writes.</summary>
internal static class PeerTable
{
    /// <summary>The rows with the two floors of each workload, and the machine.</summary>
    public static string Render(string file)
    {
        JsonNode run = JsonNode.Parse(File.ReadAllText(file))!, roof = run["roof"]!, machine = run["machine"]!;
        string[] header =
        [
            "| workload | unit | Catapult | PyTorch | ratio | lowest of the repetitions | arithmetic floor | memory floor | measured | of the roof |",
            "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|",
        ];
        string footer =
            $"Medians of {run["repeat"]} repetitions, {Value(roof, "threads"):0} threads, {machine["processor"]}, vectors of {roof["vector_bits"]} bits, {machine["runtime"]}, {machine["date"]}. " +
            $"The roof: {Text(Value(roof, "flops_per_second") / 1e9, "0")} GFLOP/s of multiply-adds; {Text(Value(roof, "copied_bytes_per_second") / 1e9, "0.0")} GB/s copied, " +
            $"{Text(Value(roof, "updated_bytes_per_second") / 1e9, "0.0")} GB/s changed in place.";
        return string.Join('\n', [.. header, .. run["rows"]!.AsArray().Select(row => Row(row!))]) + "\n\n" + footer;
    }

    private static string Row(JsonNode row)
    {
        double catapult = Median(row, "catapult"), seconds = Value(row, "work") / catapult;
        string[] cells =
        [
            $"{row["workload"]}", $"{row["unit"]}", Text(catapult, "#,0"), Text(Median(row, "pytorch"), "#,0"), Text(Value(row, "ratio"), "0.00"),
            Text(Value(row, "lowest_ratio"), "0.00"), Floor(row, "flops_floor_seconds"), Floor(row, "bytes_floor_seconds"), Milliseconds(seconds),
            Text(Value(row, "roof_share"), "0%"),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    /// <summary>Empty where a workload's operations or bytes are not counted.</summary>
    private static string Floor(JsonNode row, string name) => row[name] is null ? "" : Milliseconds(Value(row, name));

    private static double Median(JsonNode row, string side)
    {
        double[] medians = [.. row[side]!.AsArray().Select(repetition => Value(repetition!, "median")).Order()];
        return (medians[(medians.Length - 1) / 2] + medians[medians.Length / 2]) / 2;
    }

    private static double Value(JsonNode node, string name) => node[name]!.GetValue<double>();

    private static string Milliseconds(double seconds) => Text(seconds * 1e3, "0.000") + " ms";

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
