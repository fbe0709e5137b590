namespace Catapult.Cli;

/// <summary>The words of <c>catapult kernel --help</c> and of the commands under it.</summary>
internal static class KernelHelpPages
{
    public static HelpPage Kernel { get; } = new(
        "Ladders of kernels: each solves one problem from its plainest form up to the engine's own kernel, one idea a rung. The walkthroughs in "
            + "docs/walkthroughs/ tell the same as a text.",
        "catapult kernel <command> [options]",
        [
            new("Commands",
            [
                new("list", "List the ladders and their rungs."),
                new("show", "Show a rung's source, and what a compiler makes of it."),
                new("check", "Hold rungs against the reference on awkward shapes."),
                new("race", "Time all rungs of a ladder side by side, and draw them."),
            ]),
            new("Help", [HelpPages.HelpEntry]),
            new("Examples",
            [
                new("catapult kernel race matmul", "From the definition to the engine's product, in under a minute."),
                new("catapult kernel show matmul/simd --jit", "A rung, its machine code, and the loads in its loop."),
            ]),
        ]);

    public static HelpPage List { get; } = new(
        "Lists the ladders, what they compute and what their sizes count, and their rungs from the plainest up.",
        "catapult kernel list",
        [new("Help", [HelpPages.HelpEntry]), new("Examples", [new("catapult kernel list", "All ladders.")])]);

    public static HelpPage Show { get; } = new(
        "Shows the source of a rung, and with --jit or --ptx what a compiler makes of it, with its loads, stores, multiply-adds and branches counted.",
        "catapult kernel show LADDER/RUNG [options]",
        [
            .. HelpPages.Sections(KernelOptionTables.Show),
            new("Examples",
            [
                new("catapult kernel show convolution/im2col", "The source."),
                new("catapult kernel show matmul/register-blocked --jit", "Twelve sums in registers, seen in the machine code."),
                new("catapult kernel show gpu-matmul/coalesced --ptx", "What ILGPU makes of a kernel for NVIDIA's GPUs."),
            ]),
        ]);

    public static HelpPage Check { get; } = new(
        "Solves problems of awkward shapes with a rung, or with all of a ladder, and holds the results against the reference. For your own rung: the exercise.",
        "catapult kernel check LADDER[/RUNG] [options]",
        [
            .. HelpPages.Sections(KernelOptionTables.Check),
            new("Examples",
            [
                new("catapult kernel check matmul", "All rungs of the matrix product."),
                new("catapult kernel check sum/exercise", "Yours."),
            ]),
        ]);

    public static HelpPage Race { get; } = new(
        "Checks all rungs of a ladder, then times them lap by lap on one problem: speed, share of what the machine can do at most, and the speed-up over the "
            + "rung before. Draws the staircase.",
        "catapult kernel race LADDER [options]",
        [
            .. HelpPages.Sections(KernelOptionTables.Race),
            new("Examples",
            [
                new("catapult kernel race matmul", "The matrix product, 1,024 x 1,024."),
                new("catapult kernel race convolution --size 8 --svg convolution.svg", "Eight images, and a picture of your name."),
                new("catapult kernel race sum --exercise", "With your own rung."),
            ]),
        ]);
}
