using System.Globalization;
using Catapult.Kernels;
using Catapult.Ladders;

namespace Catapult.Cli;

/// <summary><c>catapult kernel check</c>: rungs against the reference, on awkward shapes.</summary>
internal static class KernelCheckCommand
{
    private const string Usage = "catapult kernel check LADDER[/RUNG]";

    public static int Run(KernelShowOptions options)
    {
        (Ladder ladder, IEnumerable<Rung> rungs) = Named(options.Name);
        using Backend backend = KernelNames.Backend(ladder, options.Device, threads: 0);
        foreach (Rung one in rungs)
        {
            if (ladder.FaultOf(one, backend, out double worst) is { } fault) throw new InputException(fault);
            Console.WriteLine($"{ladder}/{one}: right on every shape, its largest error {worst.ToString("P1", CultureInfo.InvariantCulture)} of what rounding may cause");
        }
        return ExitCode.Success;
    }

    private static (Ladder Ladder, IEnumerable<Rung> Rungs) Named(string? name)
    {
        if (name?.Contains('/', StringComparison.Ordinal) ?? false)
        {
            (Ladder home, Rung rung) = KernelNames.Rung(name, Usage);
            return (home, [rung]);
        }
        Ladder ladder = KernelNames.Ladder(name, Usage);
        return (ladder, ladder.All);
    }
}
