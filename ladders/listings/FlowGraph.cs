namespace Catapult.Ladders;

/// <summary>Which instruction of a listing may follow which, by basic blocks: runs without a label inside or a jump before the end.</summary>
internal sealed class FlowGraph
{
    private readonly int[] starts, blockOf;
    private readonly List<int>[] after, before;

    public FlowGraph(CodeListing listing)
    {
        int count = listing.Lines.Count;
        var leaders = new SortedSet<int>(listing.Labels.Values.Append(0).Where(place => place < count));
        for (int i = 0; i < count - 1; i++)
            if (listing.Lines[i].Target is not null || !listing.Lines[i].FallsThrough) leaders.Add(i + 1);
        starts = count == 0 ? [0] : [.. leaders, count];
        blockOf = new int[count];
        int blocks = starts.Length - 1;
        for (int block = 0; block < blocks; block++) Array.Fill(blockOf, block, starts[block], starts[block + 1] - starts[block]);
        after = [.. Enumerable.Range(0, blocks).Select(_ => new List<int>())];
        before = [.. Enumerable.Range(0, blocks).Select(_ => new List<int>())];
        for (int block = 0; block < blocks; block++)
        {
            CodeLine last = listing.Lines[starts[block + 1] - 1];
            if (last.FallsThrough && block + 1 < blocks) Join(block, block + 1);
            if (last.Target is { } label && listing.Labels.TryGetValue(label, out int place) && place < count) Join(block, blockOf[place]);
        }
    }

    /// <summary>The natural loops, as the numbers of their instructions: what can come back to a block that stands before all of it on every way. Loops of one head are one.</summary>
    public IEnumerable<HashSet<int>> Loops()
    {
        HashSet<int>[] dominators = Dominators();
        return from head in Enumerable.Range(0, after.Length)
               let tails = before[head].Where(tail => dominators[tail].Contains(head)).ToArray()
               where tails.Length > 0
               select Body(head, tails).SelectMany(block => Enumerable.Range(starts[block], starts[block + 1] - starts[block])).ToHashSet();
    }

    private void Join(int from, int to)
    {
        after[from].Add(to);
        before[to].Add(from);
    }

    private HashSet<int> Body(int head, IEnumerable<int> tails)
    {
        HashSet<int> body = [head];
        var open = new Stack<int>(tails);
        while (open.TryPop(out int block))
            if (body.Add(block))
                foreach (int earlier in before[block]) open.Push(earlier);
        return body;
    }

    /// <summary>For each block those that every way from the entry to it passes; a block that nothing leads to is passed by all.</summary>
    private HashSet<int>[] Dominators()
    {
        HashSet<int>[] dominators = [.. after.Select((_, block) => block == 0 ? [0] : Enumerable.Range(0, after.Length).ToHashSet())];
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int block = 1; block < after.Length; block++)
            {
                if (before[block].Count == 0) continue;
                HashSet<int> common = [.. dominators[before[block][0]]];
                foreach (int earlier in before[block]) common.IntersectWith(dominators[earlier]);
                common.Add(block);
                if (common.Count == dominators[block].Count) continue;
                dominators[block] = common;
                changed = true;
            }
        }
        return dominators;
    }
}
