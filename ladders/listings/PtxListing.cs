using System.Text.RegularExpressions;

namespace Catapult.Ladders;

/// <summary>Reads PTX, NVIDIA's virtual assembly. It comes before registers are given out and loops unrolled: it shows the program, not the machine code.</summary>
public static partial class PtxListing
{
    /// <summary>The kernel of a text.</summary>
    public static CodeListing Parse(string name, string text)
    {
        var lines = new List<CodeLine>();
        var labels = new Dictionary<string, int>();
        foreach (string line in text.Split('\n').Select(line => line.Trim()))
        {
            if (Label().Match(line) is { Success: true } label) labels[label.Groups[1].Value] = lines.Count;
            else if (Instruction().Match(line) is { Success: true } match) lines.Add(Read(line, match.Groups["name"].Value, match.Groups["operands"].Value));
        }
        return new(name, lines, labels);
    }

    private static CodeLine Read(string line, string name, string operands)
    {
        string kind = name.Split('.')[0];
        bool isBranch = kind == "bra";
        var mix = new InstructionMix(
            Instructions: 1,
            Loads: kind == "ld" && !name.StartsWith("ld.param", StringComparison.Ordinal) ? 1 : 0,
            Stores: kind == "st" ? 1 : 0,
            Fmas: kind is "fma" or "mad" && Float().IsMatch(name) || kind == "mma" ? 1 : 0,
            Branches: isBranch ? 1 : 0,
            Calls: kind == "call" ? 1 : 0,
            Barriers: kind is "bar" or "barrier" ? 1 : 0);
        return new(line, mix, isBranch ? operands.TrimEnd(';').Trim() : null);
    }

    [GeneratedRegex(@"^([\w$]+):")]
    private static partial Regex Label();

    [GeneratedRegex(@"^(@!?%\w+\s+)?(?<name>[a-z][\w.:]*)(\s+(?<operands>.*))?;$")]
    private static partial Regex Instruction();

    [GeneratedRegex(@"\.(f16|f32|f64|bf16)")]
    private static partial Regex Float();
}
