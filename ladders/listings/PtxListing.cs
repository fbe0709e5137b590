using System.Text.RegularExpressions;

namespace Catapult.Ladders;

/// <summary>Reads PTX, NVIDIA's virtual assembly. It comes before registers are given out and loops unrolled: it shows the program, not the machine code.</summary>
public static partial class PtxListing
{
    /// <summary>The kernel of a text. A product and the sum that takes it are one multiply-add, as the assembler fuses them; it counts where the sum stands.</summary>
    public static CodeListing Parse(string name, string text)
    {
        var lines = new List<CodeLine>();
        var labels = new Dictionary<string, int>();
        var products = new Dictionary<string, int>();
        // Inline PTX may have several statements a line.
        foreach (string line in text.Split('\n').SelectMany(line => Statement().Matches(line.Trim())).Select(match => match.Value))
        {
            if (Label().Match(line) is { Success: true } label)
            {
                labels[label.Groups[1].Value] = lines.Count;
                products.Clear();
            }
            else if (Instruction().Match(line) is { Success: true } match)
            {
                string[] operands = [.. match.Groups["operands"].Value.Split(',').Select(operand => operand.Trim())];
                int product = -1;
                bool fuses = Addition().IsMatch(match.Groups["name"].Value) && operands.Skip(1).Any(operand => products.Remove(operand, out product));
                if (fuses) lines[product] = lines[product] with { Mix = lines[product].Mix with { Floats = 0 } };
                if (Product().IsMatch(match.Groups["name"].Value)) products[operands[0]] = lines.Count;
                lines.Add(Read(line, match.Groups["name"].Value, operands[0], fuses, isConditional: match.Groups["predicate"].Success));
            }
        }
        return new(name, lines, labels);
    }

    private static CodeLine Read(string line, string name, string operand, bool fuses, bool isConditional)
    {
        string kind = name.Split('.')[0];
        bool isBranch = kind == "bra";
        var mix = new InstructionMix(
            Instructions: 1,
            Loads: kind == "ld" && !name.StartsWith("ld.param", StringComparison.Ordinal) ? 1 : 0,
            Stores: kind == "st" ? 1 : 0,
            Fmas: fuses || kind is "mma" or "fma" ? 1 : 0,
            Branches: isBranch ? 1 : 0,
            Calls: kind == "call" ? 1 : 0,
            Barriers: kind is "bar" or "barrier" ? 1 : 0,
            Floats: !fuses && Float().IsMatch(name) ? 1 : 0);
        return new(line, mix, isBranch ? operand : null, FallsThrough: isConditional || !isBranch && kind is not ("ret" or "exit"));
    }

    [GeneratedRegex(@"^[\w$]+:|[^\s;{}][^;]*;")]
    private static partial Regex Statement();

    [GeneratedRegex(@"^([\w$]+):")]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?<predicate>@!?%\w+\s+)?(?<name>[a-z][\w.:]*)(\s+(?<operands>.*))?;$")]
    private static partial Regex Instruction();

    [GeneratedRegex(@"^mul\.(ftz\.)?f(32|64)$")]
    private static partial Regex Product();

    [GeneratedRegex(@"^(add|sub|mul|div|sqrt|max|min)\..*\bf(32|64)$")]
    private static partial Regex Float();

    [GeneratedRegex(@"^(add|sub)\.(ftz\.)?f(32|64)$")]
    private static partial Regex Addition();
}
