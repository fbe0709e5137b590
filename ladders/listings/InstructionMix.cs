namespace Catapult.Ladders;

/// <summary>How often the kinds of instruction stand in a piece of code. One that multiplies, adds and loads counts as both.</summary>
/// <param name="Instructions">All.</param>
/// <param name="Loads">From memory.</param>
/// <param name="Stores">To memory.</param>
/// <param name="Fmas">Multiplications with addition, of whatever width; those of a GPU's matrix units too.</param>
/// <param name="Branches">Jumps, taken or not.</param>
/// <param name="Calls">Calls of functions.</param>
/// <param name="Barriers">Waits of a group's threads for each other; none on a processor.</param>
/// <param name="Floats">Additions, products, quotients, roots, minima and maxima of floating-point numbers, without multiply-adds.</param>
public sealed record InstructionMix(int Instructions, int Loads, int Stores, int Fmas, int Branches, int Calls, int Barriers = 0, int Floats = 0)
{
    /// <summary>The mix of both pieces together.</summary>
    public static InstructionMix operator +(InstructionMix a, InstructionMix b) => new(
        a.Instructions + b.Instructions, a.Loads + b.Loads, a.Stores + b.Stores, a.Fmas + b.Fmas, a.Branches + b.Branches, a.Calls + b.Calls, a.Barriers + b.Barriers, a.Floats + b.Floats);

    /// <summary>In words, leaving out what does not occur.</summary>
    public override string ToString()
    {
        (int Count, string Name)[] kinds = [(Loads, "load"), (Stores, "store"), (Fmas, "FMA"), (Floats, "float operation"), (Branches, "branch"), (Calls, "call"), (Barriers, "barrier")];
        string found = string.Join(", ", kinds.Where(kind => kind.Count > 0).Select(kind => $"{kind.Count} {Plural(kind.Name, kind.Count)}"));
        return $"{Instructions} {Plural("instruction", Instructions)}{(found.Length > 0 ? $": {found}" : "")}";
    }

    private static string Plural(string name, int count) => count == 1 ? name : name.EndsWith("ch", StringComparison.Ordinal) ? $"{name}es" : $"{name}s";
}
