using System.Globalization;
using Catapult.Ladders;

namespace Catapult.Cli;

/// <summary><c>catapult kernel list</c>.</summary>
internal static class KernelListCommand
{
    public static int Run()
    {
        foreach (Ladder ladder in AllLadders.All)
        {
            Console.WriteLine($"{ladder.Name}: {ladder.Task}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  size: {ladder.SizeMeaning}, {ladder.DefaultSize:#,0} by default"));
            Console.WriteLine($"  rungs: {string.Join(", ", ladder.Rungs)}; yours: {ladder.Exercise}");
        }
        return ExitCode.Success;
    }
}
