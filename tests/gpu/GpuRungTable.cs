using System.Text.Json;
using Catapult.Ladders;

namespace Catapult.Tests;

/// <summary>The table of what the compilers make of the GPU's rungs, made where ILGPU and the assembler are; see <see cref="GpuKernelTable"/>.</summary>
public sealed record GpuRungTable(string Sources, string Assembler, string Architecture, IReadOnlyList<GpuRungFigures> Rungs)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Where it lies.</summary>
    public static string File { get; } = Path.Combine(Repository.Root, "docs", "results", "gpu", "rungs.json");

    /// <summary>The table as it was committed.</summary>
    public static GpuRungTable Load() => JsonSerializer.Deserialize<GpuRungTable>(System.IO.File.ReadAllText(File), Json)!;

    /// <summary>A hash of the code of the rungs and of the kernels.</summary>
    public static string HashSources() => GpuKernelTable.HashSources("ladders/gpu");

    /// <summary>Writes it.</summary>
    public void Save() => System.IO.File.WriteAllText(File, JsonSerializer.Serialize(this, Json) + "\n");

    /// <summary>The rows of a ladder in Markdown.</summary>
    public static string Render(Ladder ladder)
    {
        GpuRungTable table = Load();
        string[] header = ["| | rung | registers | shared bytes | PTX, inner loop | predicted | measured |", "|--:|---|--:|--:|---|--:|---|"];
        IEnumerable<string> rows = ladder.Rungs.Select((rung, i) =>
        {
            GpuRungFigures figures = table.Rungs.Single(one => one.Ladder == ladder.Name && one.Rung == rung.Name);
            string predicted = rung.Header.PredictedFactor is { } factor ? $"×{LadderTable.Text(factor)}" : "";
            return $"| {i + 1} | `{rung.Name}` | {figures.Code.Registers} | {figures.Code.SharedBytes:#,0} | {figures.InnerLoop?.ToString() ?? $"no loop; in all {figures.Ptx}"} | {predicted} | {rung.Header.Measured.TrimEnd('.')} |";
        });
        return string.Join('\n', [.. header, .. rows]) + $"\n\nPTX by ILGPU 1.5.3, registers by ptxas {table.Assembler} for {table.Architecture}. Counts are of instructions in the code, not of those executed; the assembler unrolls loops after that.";
    }
}
