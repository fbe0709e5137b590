using System.CommandLine;
using System.CommandLine.Invocation;

namespace Catapult.Cli;

/// <summary>Answers <c>--help</c> and <c>--version</c>, whatever else the command line says.</summary>
internal sealed class PrintAction(Action<ParseResult, TextWriter> print) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult line)
    {
        print(line, line.InvocationConfiguration.Output);
        return ExitCode.Success;
    }
}
