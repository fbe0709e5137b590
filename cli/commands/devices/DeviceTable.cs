using Catapult.Kernels.Gpu;
using Spectre.Console;

namespace Catapult.Cli;

/// <summary>The output of <c>catapult devices</c>.</summary>
public static class DeviceTable
{
    private static readonly string[] Titles = ["device", "usable", "what it is"];

    /// <summary>Every value of <c>--device</c>, with what it is here or why it cannot be used.</summary>
    public static IReadOnlyList<DeviceDescription> Devices() =>
    [
        new("cpu", ProcessorDescription.Describe()),
        new("reference", "plain loops in double, slow: the specification that the others are tested against"),
        .. GpuDevices.List(),
    ];

    /// <summary>Writes the devices as a table: drawn on a terminal, aligned columns elsewhere.</summary>
    public static int Print(TextWriter output, IReadOnlyList<DeviceDescription> devices, bool terminal)
    {
        List<string[]> rows = [.. devices.Select(device => new[]
        {
            device.Kind,
            device.Obstacle is null ? "yes" : "no",
            device.Obstacle is null ? device.Name : $"{device.Name}; {device.Obstacle}",
        })];
        if (terminal)
            Draw(rows);
        else
            foreach (string[] row in rows.Prepend(Titles))
                output.WriteLine($"{row[0],-11}{row[1],-8}{row[2]}");
        return ExitCode.Success;
    }

    private static void Draw(List<string[]> rows)
    {
        var table = new Table().RoundedBorder();
        table.AddColumns(Titles);
        foreach (string[] row in rows)
            table.AddRow(row.Select(cell => new Text(cell)));
        AnsiConsole.Write(table);
    }
}
