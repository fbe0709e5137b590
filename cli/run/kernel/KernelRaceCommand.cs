using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Ladders;

namespace Catapult.Cli;

/// <summary><c>catapult kernel race</c>: the rungs of a ladder side by side.</summary>
internal static class KernelRaceCommand
{
    public static int Run(KernelRaceOptions options, CancellationToken cancel)
    {
        Ladder ladder = KernelNames.Ladder(options.Name, "catapult kernel race LADDER");
        using Backend backend = KernelNames.Backend(ladder, options.Device, options.Threads);
        if (backend.Name == "ilgpu-cpu") throw new InputException("--device ilgpu-cpu runs a GPU's rungs one by one, to check them: its times say nothing. Race them on cuda or opencl.");
        OutputFolder.TryFile(options.SvgOrDefault, "--svg");
        if (options.Json is { } record) OutputFolder.TryFile(record, "--json");
        Rung[] rungs = options.Exercise ? [.. ladder.All] : [.. ladder.Rungs];
        var race = new Race(ladder, rungs, backend, KernelNames.Describe(backend));
        RaceResult result;
        try
        {
            result = RaceDisplay.Show(watch => race.Run(options.Size ?? ladder.DefaultSize, options.Seconds, watch, cancel));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            Console.WriteLine("stopped before the end: no picture is drawn");
            return ExitCode.Interrupted;
        }
        Write(options.SvgOrDefault, StaircaseChart.Create(result).ToStandalone());
        Console.WriteLine($"picture: {options.SvgOrDefault}");
        if (options.Json is not { } file) return ExitCode.Success;
        Write(file, WithInnerLoops(result, ladder, rungs).ToJson());
        Console.WriteLine($"record: {file}");
        return ExitCode.Success;
    }

    private static RaceResult WithInnerLoops(RaceResult result, Ladder ladder, Rung[] rungs) => result with
    {
        Lines = [.. result.Lines.Zip(rungs, (line, rung) => line with { InnerLoop = CodeListing.BusiestLoop(ladder.IsGpu ? GpuCode.Compile(rung) : JitDisassembly.Of(ladder, rung)) })],
    };

    private static void Write(string file, string text)
    {
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        AtomicFile.Write(file, writer => writer.Write(text));
    }
}
