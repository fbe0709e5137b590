namespace Catapult.Cli;

/// <summary>The option tables of the commands under <c>catapult kernel</c>.</summary>
public static class KernelOptionTables
{
    /// <summary>The options of <c>catapult kernel show</c>; the rung is its argument.</summary>
    public static OptionTable<KernelShowOptions> Show { get; } = new(
    [
        new("Kernel",
        [
            Rows<KernelShowOptions>.Of("--jit", Syntax.Switch, o => o.Jit, (o, v) => o with { Jit = v },
                "Show the machine code that the JIT makes of it here, and count its instructions"),
            Rows<KernelShowOptions>.Of("--ptx", Syntax.Switch, o => o.Ptx, (o, v) => o with { Ptx = v },
                "Show the PTX that ILGPU makes of a GPU's rung, and count its instructions; no GPU is needed"),
        ]),
    ]);

    /// <summary>The options of <c>catapult kernel check</c>; the rung or ladder is its argument.</summary>
    public static OptionTable<KernelShowOptions> Check { get; } = new(
    [
        new("Kernel",
        [
            Rows<KernelShowOptions>.Of("--device", Syntax.OneOf(Choices.GpuDevices).OrUnset(), o => o.Device, (o, v) => o with { Device = v },
                "Where the rungs of a GPU's ladder run", "the first that is here"),
        ]),
    ]);

    /// <summary>The options of <c>catapult kernel race</c>; the ladder is its argument.</summary>
    public static OptionTable<KernelRaceOptions> Race { get; } = new(
    [
        new("Race",
        [
            Rows<KernelRaceOptions>.Of("--size", Syntax.Whole(1, 1 << 30).OrUnset(), o => o.Size, (o, v) => o with { Size = v },
                "Size of the problem; kernel list says what it counts", "the ladder's own"),
            Rows<KernelRaceOptions>.Of("--seconds", Syntax.NotNegative, o => o.Seconds, (o, v) => o with { Seconds = v },
                "About how long laps are run; three are in any case"),
            Rows<KernelRaceOptions>.Of("--exercise", Syntax.Switch, o => o.Exercise, (o, v) => o with { Exercise = v },
                "Race the reader's own rung as well"),
            Rows<KernelRaceOptions>.Of("--threads", Syntax.Whole(1, 1024), o => o.Threads, (o, v) => o with { Threads = v },
                "Threads of the rungs that share work", "one a processor"),
            Rows<KernelRaceOptions>.Of("--device", Syntax.OneOf(Choices.GpuDevices).OrUnset(), o => o.Device, (o, v) => o with { Device = v },
                "Where the rungs of a GPU's ladder run", "the first that is here"),
            Rows<KernelRaceOptions>.Of("--svg", Syntax.File, o => o.Svg, (o, v) => o with { Svg = v },
                "File of the picture", "runs/kernels/<ladder>.svg"),
            Rows<KernelRaceOptions>.Of("--json", Syntax.File, o => o.Json, (o, v) => o with { Json = v },
                "File of the record, with every lap and the instructions of the inner loops", "none"),
        ]),
    ]);
}
