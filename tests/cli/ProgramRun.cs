using System.Reflection;
using Catapult.Cli;

namespace Catapult.Tests;

/// <summary>One run of the whole program inside this process, with its real commands.</summary>
internal sealed record ProgramRun(int Code, string Output, string Error)
{
    private static readonly MethodInfo Main = typeof(CommandLine).Assembly.EntryPoint!;

    /// <summary>Runs the program with arguments that are separated by spaces.</summary>
    public static ProgramRun Of(string arguments)
    {
        (TextWriter formerOutput, TextWriter formerError) = (Console.Out, Console.Error);
        var output = new StringWriter();
        var error = new StringWriter();
        Console.SetOut(output);
        Console.SetError(error);
        try
        {
            object code = Main.Invoke(null, [arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)])!;
            return new((int)code, output.ToString(), error.ToString());
        }
        finally
        {
            Console.SetOut(formerOutput);
            Console.SetError(formerError);
        }
    }
}
