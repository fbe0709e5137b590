using System.Text.RegularExpressions;

namespace Catapult.Ladders;

/// <summary>Reads what the JIT writes under its switch for disassembly, for x64 and Arm64.</summary>
public static partial class JitListing
{
    // Not an instruction: where the next one shall begin.
    private const string Padding = "align";

    /// <summary>The methods of a text, each as it was compiled last.</summary>
    public static IReadOnlyList<CodeListing> Parse(string text)
    {
        var methods = new Dictionary<string, CodeListing>();
        foreach (string part in Start().Split(text).Skip(1))
        {
            string name = part[..part.IndexOf('\n')].Trim();
            name = Tier().Replace(name, "");
            methods[name] = ParseMethod(name, part[part.IndexOf('\n')..]);
        }
        return [.. methods.Values];
    }

    private static CodeListing ParseMethod(string name, string text)
    {
        var lines = new List<CodeLine>();
        var labels = new Dictionary<string, int>();
        foreach (string line in text.Split('\n').Select(line => line.TrimEnd()))
        {
            if (Label().Match(line) is { Success: true } label) labels[label.Groups[1].Value] = lines.Count;
            else if (Instruction().Match(line) is { Success: true } match && match.Groups["name"].Value != Padding) lines.Add(Read(match.Groups["name"].Value, match.Groups["operands"].Value));
        }
        return new(name, lines, labels);
    }

    private static CodeLine Read(string name, string operands)
    {
        bool isBranch = Branch().IsMatch(name), isCall = name is "call" or "bl" or "blr", moves = !isBranch && !isCall && name is not "lea" && !Prefetch().IsMatch(name);
        bool isStore = moves && IsStore(name, operands), isLoad = moves && !isStore && operands.Contains('[', StringComparison.Ordinal);
        var mix = new InstructionMix(
            Instructions: 1, Loads: isLoad ? 1 : 0, Stores: isStore ? 1 : 0, Fmas: Fma().IsMatch(name) ? 1 : 0,
            Branches: isBranch ? 1 : 0, Calls: isCall ? 1 : 0, Floats: Float().IsMatch(name) ? 1 : 0);
        string? target = isBranch ? JumpTarget().Match(operands) is { Success: true } match ? match.Value : null : null;
        return new($"{name,-12} {operands}".TrimEnd(), mix, target, FallsThrough: name is not ("jmp" or "b" or "ret" or "int3" or "bkpt" or "brk"));
    }

    /// <summary>x64: a move or an operation whose first operand is memory, where comparisons only read it. Arm64: st...</summary>
    private static bool IsStore(string name, string operands)
    {
        if (name.StartsWith("st", StringComparison.Ordinal)) return true;
        string first = operands.Split(',')[0];
        return first.Contains('[', StringComparison.Ordinal) && !name.StartsWith("ld", StringComparison.Ordinal) && name is not ("cmp" or "test" or "push" or "div" or "idiv" or "mul");
    }

    [GeneratedRegex(@"^; Assembly listing for method ", RegexOptions.Multiline)]
    private static partial Regex Start();

    [GeneratedRegex(@" \((FullOpts|Tier\w*|MinOpts|Instrumented)[^)]*\)$")]
    private static partial Regex Tier();

    [GeneratedRegex(@"^(G_M\w+_IG\w+):")]
    private static partial Regex Label();

    [GeneratedRegex(@"^ {7,}(?<name>[a-z][\w.]*)(?:\s+(?<operands>[^;]*?))?\s*(?:;.*)?$")]
    private static partial Regex Instruction();

    [GeneratedRegex(@"^(j\w+|b|b\.\w+|cbn?z|tbn?z)$")]
    private static partial Regex Branch();

    [GeneratedRegex(@"^(v?fn?m(add|sub)\w*|fml[as]|fn?m(add|sub))$")]
    private static partial Regex Fma();

    [GeneratedRegex(@"^v?(add|sub|mul|div|sqrt|max|min)[sp][sd]$|^f(add|sub|mul|div|sqrt|max|min)(nm)?$")]
    private static partial Regex Float();

    [GeneratedRegex(@"^prefetch|^prfm")]
    private static partial Regex Prefetch();

    [GeneratedRegex(@"G_M\w+_IG\w+")]
    private static partial Regex JumpTarget();
}
