using System.CommandLine;

namespace Catapult.Cli;

/// <summary>The program, from its arguments to its exit code.</summary>
public static class CommandLine
{
    /// <summary>
    /// Runs the program on the console, until Ctrl-C. A program of your own may make optimizers known by name first (<see cref="Optimizers.NamedOptimizer.Add"/>),
    /// and is then the same program with these among the others.
    /// </summary>
    /// <param name="args">The arguments, without the program's name.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> args)
    {
        using var interruption = new Interruption();
        var handlers = new Handlers(
            TrainCommand.Run, LrFindCommand.Run, ExperimentCommand.Run, ScheduleCommand.Run,
            new(KernelListCommand.Run, KernelShowCommand.Run, KernelCheckCommand.Run, KernelRaceCommand.Run),
            () => DeviceTable.Print(Console.Out, DeviceTable.Devices(), terminal: !Console.IsOutputRedirected));
        return Run(args, Console.Out, Console.Error, handlers, interruption.Token);
    }

    /// <summary>Parses the arguments and runs the command that they name; every exception ends here.</summary>
    /// <param name="args">The arguments, without the program's name.</param>
    /// <param name="output">Takes help and version.</param>
    /// <param name="error">Takes the one sentence about bad input, or the stack trace of a fault.</param>
    /// <param name="handlers">What the commands do.</param>
    /// <param name="cancel">Cancelled by Ctrl-C.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(
        IReadOnlyList<string> args, TextWriter output, TextWriter error, Handlers handlers, CancellationToken cancel = default)
    {
        try
        {
            var parsing = new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null };
            ParseResult line = CommandTree.Build(handlers, cancel).Parse(args, parsing);
            if (line.Action is not { ClearsParseErrors: true })
                SyntaxErrors.ThrowIfAny(line);

            int code = line.Invoke(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
            return cancel.IsCancellationRequested ? ExitCode.Interrupted : code;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception exception)
        {
            return Failures.Report(exception, error);
        }
    }
}
