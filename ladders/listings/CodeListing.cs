namespace Catapult.Ladders;

/// <summary>What a compiler made of one method or kernel.</summary>
/// <param name="Name">The method or kernel.</param>
/// <param name="Lines">Its instructions in order.</param>
/// <param name="Labels">The places of its labels: the number of the instruction that follows each.</param>
public sealed record CodeListing(string Name, IReadOnlyList<CodeLine> Lines, IReadOnlyDictionary<string, int> Labels)
{
    /// <summary>All its instructions.</summary>
    public InstructionMix Whole => Sum(0, Lines.Count);

    /// <summary>
    /// The loops that hold no other loop, as ranges of instructions, the richest in multiply-adds first, then the longest. A loop is what lies between a label
    /// and a jump back to it.
    /// </summary>
    public IReadOnlyList<(int Start, int End, InstructionMix Mix)> InnerLoops
    {
        get
        {
            (int Start, int End)[] loops = [.. Lines.Select((line, i) => (Start: line.Target is { } label ? Labels.GetValueOrDefault(label, int.MaxValue) : int.MaxValue, End: i + 1)).Where(loop => loop.Start < loop.End)];
            return [.. loops.Where(loop => !loops.Any(other => other != loop && other.Start >= loop.Start && other.End <= loop.End))
                .Select(loop => (loop.Start, loop.End, Sum(loop.Start, loop.End)))
                .OrderByDescending(loop => loop.Item3.Fmas).ThenByDescending(loop => loop.Item3.Instructions)];
        }
    }

    private InstructionMix Sum(int start, int end) =>
        Lines.Skip(start).Take(end - start).Aggregate(new InstructionMix(0, 0, 0, 0, 0, 0), (sum, line) => sum + line.Mix);
}
