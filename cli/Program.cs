using Catapult.Cli;

using var interruption = new Interruption();
return CommandLine.Run(args, Console.Out, Console.Error, new Handlers(
    Train: TrainCommand.Run,
    LrFind: LrFindCommand.Run,
    Experiment: ExperimentCommand.Run,
    Devices: () => DeviceTable.Print(Console.Out, DeviceTable.Devices(), terminal: !Console.IsOutputRedirected)),
    interruption.Token);
