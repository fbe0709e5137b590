return Catapult.Cli.CommandLine.Run(args);
