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
        bool isRung = options.Name?.Contains('/', StringComparison.Ordinal) ?? false;
        (Ladder ladder, IEnumerable<Rung> rungs) = isRung && KernelNames.Rung(options.Name, Usage) is var (home, rung) ? (home, (IEnumerable<Rung>)[rung]) : Whole(options.Name);
        using Backend backend = KernelNames.Backend(ladder, options.Device, threads: 0);
        foreach (Rung one in rungs)
        {
            if (ladder.FaultOf(one, backend, out double worst) is { } fault) throw new InputException(fault);
            Console.WriteLine($"{ladder}/{one}: right on every shape, its largest error {worst.ToString("P1", CultureInfo.InvariantCulture)} of what rounding may cause");
        }
        return ExitCode.Success;

        static (Ladder, IEnumerable<Rung>) Whole(string? name) => KernelNames.Ladder(name, Usage) is var ladder ? (ladder, ladder.All) : default;
    }
}
