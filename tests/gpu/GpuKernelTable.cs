using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Catapult.Tests;

/// <summary>
/// The table of what the assembler makes of the GPU kernels. It is made where ILGPU and the assembler are, and carries a hash of the sources, so that any
/// build sees when the two part.
/// </summary>
public sealed record GpuKernelTable(string Sources, string Assembler, string Architecture, IReadOnlyList<GpuKernelFigures> Kernels)
{
    private static readonly string[] SourceFolders =
        ["kernels/gpu", "kernels/core/lanes", "kernels/core/formulas", "kernels/core/random", "kernels/core/updates", "optimizers/rules"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Where it lies.</summary>
    public static string File { get; } = Path.Combine(Repository.Root, "docs", "results", "gpu", "kernels.json");

    /// <summary>The table as it was committed.</summary>
    public static GpuKernelTable Load() => JsonSerializer.Deserialize<GpuKernelTable>(System.IO.File.ReadAllText(File), Json)!;

    /// <summary>Writes it.</summary>
    public void Save() => System.IO.File.WriteAllText(File, JsonSerializer.Serialize(this, Json) + "\n");

    /// <summary>A hash of the code that kernels are made of; comments and blank lines do not count.</summary>
    /// <param name="more">Folders beside those of the kernels.</param>
    public static string HashSources(params IReadOnlyList<string> more)
    {
        string[] folders = [.. SourceFolders, .. more];
        IEnumerable<string> lines = SourceFile.Find("*.cs")
            .Where(path => folders.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal)) && !path.Contains("/standin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(path => new SourceFile(path).Text.Split('\n'))
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    /// <summary>The rows in Markdown.</summary>
    public static string Render()
    {
        GpuKernelTable table = Load();
        string[] header =
        [
            "| kernel | registers | local bytes | shared bytes | FFMA | HMMA | LDG.128 | LDS.128 | LDGSTS.128 |",
            "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
        ];
        IEnumerable<string> rows = table.Kernels.Select(kernel =>
            $"| {kernel.Name} | {kernel.Registers} | {kernel.LocalBytes} | {kernel.SharedBytes} | {kernel.Ffma} | {kernel.Hmma} | {kernel.Ldg128} | {kernel.Lds128} | {kernel.Ldgsts128} |");
        return string.Join('\n', [.. header, .. rows]) + $"\n\nCode for {table.Architecture} by ptxas {table.Assembler}; counts are of instructions in the code, not of those executed.";
    }
}
