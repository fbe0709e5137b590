using System.CommandLine;
using System.CommandLine.Help;

namespace Catapult.Cli;

/// <summary>The commands as the parser knows them.</summary>
internal static class CommandTree
{
    /// <summary>The program's name, whatever host runs it.</summary>
    public const string ProgramName = "catapult";

    /// <summary>Builds the tree over the handlers.</summary>
    public static RootCommand Build(Handlers handlers, CancellationToken cancel)
    {
        var pages = new Dictionary<Command, HelpPage>();
        Command train = WithOptions("train", OptionTables.Train, options => handlers.Train(options, cancel));
        Command lrFind = WithOptions("lr-find", OptionTables.LrFind, options => handlers.LrFind(options, cancel));
        Command experiment = WithName("experiment", OptionTables.Experiment, options => handlers.Experiment(options, cancel), (options, name) => options with { Name = name });
        Command schedule = WithName("schedule", OptionTables.Schedule, handlers.Schedule, (options, name) => options with { Name = name });
        var kernel = new Command("kernel");
        var kernelList = new Command("list");
        kernelList.SetAction(_ => handlers.Kernel.List());
        Command kernelShow = WithName("show", KernelOptionTables.Show, handlers.Kernel.Show, (options, name) => options with { Name = name });
        Command kernelCheck = WithName("check", KernelOptionTables.Check, handlers.Kernel.Check, (options, name) => options with { Name = name });
        Command kernelRace = WithName("race", KernelOptionTables.Race, options => handlers.Kernel.Race(options, cancel), (options, name) => options with { Name = name });
        foreach (Command part in (Command[])[kernelList, kernelShow, kernelCheck, kernelRace]) kernel.Add(part);
        var devices = new Command("devices");
        devices.SetAction(_ => handlers.Devices());

        var root = new RootCommand { train, lrFind, experiment, schedule, kernel, devices };
        (pages[root], pages[train], pages[lrFind]) = (HelpPages.Root, HelpPages.Train, HelpPages.LrFind);
        (pages[experiment], pages[schedule], pages[devices]) = (HelpPages.Experiment, HelpPages.Schedule, HelpPages.Devices);
        (pages[kernel], pages[kernelList], pages[kernelShow], pages[kernelCheck], pages[kernelRace]) =
            (KernelHelpPages.Kernel, KernelHelpPages.List, KernelHelpPages.Show, KernelHelpPages.Check, KernelHelpPages.Race);
        root.Options.OfType<HelpOption>().Single().Action =
            new PrintAction((line, output) => pages[line.CommandResult.Command].Write(output));
        root.Options.OfType<VersionOption>().Single().Action = new PrintAction((_, output) => output.WriteLine($"{ProgramName} {Version}"));
        return root;
    }

    private static string Version => typeof(CommandTree).Assembly.GetName().Version!.ToString(3);

    private static Command WithName<TOptions>(string commandName, OptionTable<TOptions> table, Func<TOptions, int> handler, Func<TOptions, string?, TOptions> withName)
        where TOptions : CommandOptions, new()
    {
        var name = new Argument<string?>("name") { Arity = ArgumentArity.ZeroOrOne };
        var command = new Command(commandName) { name };
        foreach (OptionRow<TOptions> row in table.Rows)
            command.Add(row.Option);
        command.SetAction(line => handler(table.Read(line, withName(new(), line.GetValue(name)))));
        return command;
    }

    private static Command WithOptions<TOptions>(string name, OptionTable<TOptions> table, Func<TOptions, int> handler)
        where TOptions : CommandOptions, new()
    {
        var command = new Command(name);
        foreach (OptionRow<TOptions> row in table.Rows)
            command.Add(row.Option);
        command.SetAction(line => handler(table.Read(line)));
        return command;
    }
}
