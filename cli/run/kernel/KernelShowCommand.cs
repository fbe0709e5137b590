using Catapult.Kernels;
using Catapult.Ladders;

namespace Catapult.Cli;

/// <summary><c>catapult kernel show</c>: a rung's source, and what a compiler makes of it.</summary>
internal static class KernelShowCommand
{
    public static int Run(KernelShowOptions options)
    {
        (Ladder ladder, Rung rung) = KernelNames.Rung(options.Name, "catapult kernel show LADDER/RUNG");
        if (options.Jit && ladder.IsGpu) throw new InputException($"{ladder}/{rung} is compiled for a GPU: show it with --ptx.");
        if (options.Ptx && !ladder.IsGpu) throw new InputException($"{ladder}/{rung} is compiled for the processor: show it with --jit.");
        // What may fail comes first, so that an error does not stand below two screens of source.
        IReadOnlyList<CodeListing> listings = options.Jit ? JitDisassembly.Of(ladder, rung) : options.Ptx ? GpuCode.Compile(rung) : [];
        foreach (string file in (string[])[rung.File, .. rung.EngineFiles])
        {
            Console.WriteLine($"// {file}");
            Console.WriteLine(RungSource.Read(file).TrimEnd());
            Console.WriteLine();
        }
        foreach (CodeListing listing in listings) Print(listing);
        return ExitCode.Success;
    }

    private static void Print(CodeListing listing)
    {
        ILookup<int, string> labels = listing.Labels.ToLookup(label => label.Value, label => label.Key);
        IReadOnlyList<CodeLoop> loops = listing.InnerLoops;
        Console.WriteLine($"; {listing.Name}");
        for (int i = 0; i < listing.Lines.Count; i++)
        {
            foreach (string label in labels[i]) Console.WriteLine($"{label}:");
            Console.WriteLine($"{(loops.Any(loop => loop.Lines.Contains(i)) ? " | " : "   ")}    {listing.Lines[i].Text}");
        }
        Console.WriteLine();
        Console.WriteLine($"{listing.Name}");
        Console.WriteLine($"  in all: {listing.Whole}");
        foreach (CodeLoop loop in loops) Console.WriteLine($"  inner loop (marked |): {loop.Mix}");
        Console.WriteLine();
    }
}
