namespace Catapult.Ladders;

/// <summary>What a compiler made of one method or kernel.</summary>
/// <param name="Name">The method or kernel.</param>
/// <param name="Lines">Its instructions in order.</param>
/// <param name="Labels">The places of its labels: the number of the instruction that follows each.</param>
public sealed record CodeListing(string Name, IReadOnlyList<CodeLine> Lines, IReadOnlyDictionary<string, int> Labels)
{
    /// <summary>All its instructions.</summary>
    public InstructionMix Whole => Sum(Enumerable.Range(0, Lines.Count));

    /// <summary>The loops that hold no other loop, the richest in multiply-adds first, then the longest.</summary>
    public IReadOnlyList<CodeLoop> InnerLoops
    {
        get
        {
            HashSet<int>[] loops = [.. new FlowGraph(this).Loops()];
            return [.. loops.Where(loop => !loops.Any(other => other != loop && other.IsProperSubsetOf(loop))).Select(loop => new CodeLoop(loop, Sum(loop)))
                .OrderByDescending(loop => loop.Mix.Fmas).ThenByDescending(loop => loop.Mix.Instructions)];
        }
    }

    /// <summary>The loop that does the work of some methods: of all inner loops the one that multiplies and adds most, then computes most. Null where there is none.</summary>
    public static InstructionMix? BusiestLoop(IEnumerable<CodeListing> methods) => methods.SelectMany(method => method.InnerLoops).Select(loop => loop.Mix)
        .OrderByDescending(mix => mix.Fmas).ThenByDescending(mix => mix.Floats).ThenByDescending(mix => mix.Loads).FirstOrDefault();

    private InstructionMix Sum(IEnumerable<int> lines) => lines.Aggregate(new InstructionMix(0, 0, 0, 0, 0, 0), (sum, line) => sum + Lines[line].Mix);
}
