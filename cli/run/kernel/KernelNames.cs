using Catapult.Kernels;
using Catapult.Kernels.Gpu;
using Catapult.Ladders;

namespace Catapult.Cli;

/// <summary>From names on the command line to ladders, rungs and the backends that they run on.</summary>
internal static class KernelNames
{
    /// <summary>The ladder of a name.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static Ladder Ladder(string? name, string usage)
    {
        if (name is null) throw new InputException($"Name a ladder: {usage}; the ladders are {Known}.");
        if (name.Contains('/', StringComparison.Ordinal)) throw new InputException($"{name} is a rung, and a ladder is wanted: {usage}.");
        return AllLadders.Named(name) ?? throw new InputException($"There is no ladder '{name}'{NearestName.Suggestion(name, AllLadders.All.Select(ladder => ladder.Name))}; the ladders are {Known}.");
    }

    /// <summary>The ladder and the rung of LADDER/RUNG.</summary>
    /// <exception cref="InputException">There is no such ladder or rung.</exception>
    public static (Ladder Ladder, Rung Rung) Rung(string? name, string usage)
    {
        if (name is null) throw new InputException($"Name a rung: {usage}; see catapult kernel list.");
        string[] parts = name.Split('/', 2);
        if (AllLadders.Named(parts[0]) is null && parts.Length == 1 && AllLadders.All.FirstOrDefault(one => one.All.Any(rung => rung.Name == name)) is { } home)
            throw new InputException($"Name the ladder as well: did you mean {home}/{name}?");
        Ladder ladder = Ladder(parts[0], usage);
        string[] rungs = [.. ladder.All.Select(rung => rung.Name)];
        if (parts.Length == 1) throw new InputException($"Name a rung of {ladder}, such as {ladder}/{rungs[0]}; its rungs are {string.Join(", ", rungs)}.");
        return (ladder, ladder.All.FirstOrDefault(rung => rung.Name == parts[1])
            ?? throw new InputException($"{ladder} has no rung '{parts[1]}'{NearestName.Suggestion(parts[1], rungs)}; its rungs are {string.Join(", ", rungs)}."));
    }

    /// <summary>Where a ladder runs: the processor, or the device that was named, or the first GPU that is here.</summary>
    /// <exception cref="InputException">The device cannot be used, or belongs to another kind of ladder.</exception>
    public static Backend Backend(Ladder ladder, string? device, int threads)
    {
        if (!ladder.IsGpu) return device is null ? new CpuBackend(threads) : throw new InputException($"--device {device} is no place for {ladder}, whose rungs run on the processor: leave it out.");
        string? kind = device ?? GpuDevices.List().FirstOrDefault(found => found.Obstacle is null)?.Kind;
        return kind is not null ? GpuDevices.Create(kind) : throw new InputException($"{ladder} needs ILGPU, which this catapult was built without: build it with -p:UseIlgpu=true. Its rungs can be read all the same (kernel show).");
    }

    /// <summary>What a backend is, in words.</summary>
    public static string Describe(Backend backend) =>
        DeviceTable.Devices().FirstOrDefault(device => device.Kind == backend.Name) is { } found ? found.Kind == "cpu" ? found.Name : $"{found.Kind}, {found.Name}" : backend.Name;

    private static string Known => string.Join(", ", AllLadders.All.Select(ladder => ladder.Name));
}
