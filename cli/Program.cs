using Catapult.Cli;

using var interruption = new Interruption();
return CommandLine.Run(args, Console.Out, Console.Error, new Handlers(
    Train: (options, _) => Show(options),
    LrFind: (options, _) => Show(options),
    Devices: () => DeviceTable.Print(Console.Out, DeviceTable.Devices(), terminal: !Console.IsOutputRedirected)),
    interruption.Token);

static int Show(RunOptions options)
{
    Console.WriteLine(options);
    return ExitCode.Success;
}
