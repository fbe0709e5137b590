using System.Diagnostics;
using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Lab;
using Catapult.Optimizers;
using Spectre.Console;

namespace Catapult.Cli;

/// <summary><c>catapult experiment</c>: runs one of the lab's experiments, or lists them.</summary>
internal static class ExperimentCommand
{
    public static int Run(ExperimentOptions options, CancellationToken cancel)
    {
        if (options.List) return List();
        Experiment experiment = Named(options.Name!);
        var scale = Enum.Parse<ExperimentScale>(options.Scale, ignoreCase: true);
        string folder = options.OutOrDefault;
        OutputFolder.TryOut(folder);
        ImageDatasets? loaded = null;
        ExperimentContext context = new(scale, threads => RunSetup.CreateBackend(options.Device, threads), options.Threads)
        {
            Load = name => loaded ??= Datasets.Load(name, options.DataFolder, threads: options.Threads),
            Seed = options.Seed,
            Optimizer = options.Optimizer is { } optimizer ? NamedOptimizer.Of(optimizer) : null,
            RateFactor = options.LearningRateFactor,
            Folder = folder,
            Cancel = cancel,
        };
        // What is missing is missed before anything is computed.
        if (experiment.Dataset is { } dataset) context.Load(dataset);
        long start = Stopwatch.GetTimestamp();
        ExperimentResult result;
        try
        {
            result = ExperimentDisplay.Show((report, watch) => experiment.Run(context = context with { Report = report, Watch = watch }), options.Quiet, options.Threads);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            Console.WriteLine($"stopped; the same command goes on with what is finished in {folder}");
            return ExitCode.Interrupted;
        }
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds + context.EarlierSeconds / options.Threads;
        ExperimentRecord record = ExperimentRecord.Of(experiment, context, DeviceText(options), seconds, result);
        ExperimentFiles.Write(folder, record, result);
        foreach (Finding finding in record.Findings) Console.WriteLine($"{(finding.Holds ? "holds" : "fails")}: {finding.What}: expected {finding.Expected}; measured {finding.Measured}");
        Console.WriteLine($"{record.Name}: {record.Verdict}; page {Path.Combine(folder, ExperimentFiles.Page)}");
        return ExitCode.Success;
    }

    private static Experiment Named(string name)
    {
        string[] names = [.. Experiments.All.Select(one => one.Name)];
        return names.Contains(name) ? Experiments.Named(name)
            : throw new InputException($"There is no experiment '{name}'{NearestName.Suggestion(name, names)}; the experiments are {string.Join(", ", names)}.");
    }

    private static int List()
    {
        string[] titles = ["experiment", "data", "shows", .. Choices.ExperimentScales];
        List<string[]> rows = [.. Experiments.All.Select(one => (string[])[one.Name, one.Dataset ?? "none", one.Shows, .. Enum.GetValues<ExperimentScale>().Select(one.Cost)])];
        if (Console.IsOutputRedirected)
            foreach (string[] row in rows.Prepend(titles)) Console.WriteLine($"{row[0],-26}{string.Join(" | ", row.Skip(1))}");
        else
            AnsiConsole.Write(rows.Aggregate(new Table().RoundedBorder().AddColumns(titles), (table, row) => table.AddRow([.. row.Select(cell => new Text(cell))])));
        return ExitCode.Success;
    }

    private static string DeviceText(ExperimentOptions options) =>
        DeviceTable.Devices().FirstOrDefault(device => device.Kind == options.Device) is { } found ? $"{found.Kind}, {found.Name}" : options.Device;
}
