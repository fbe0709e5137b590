using Catapult.Cli;

namespace Catapult.Tests;

/// <summary>One run of the command line with handlers that only note what they are given.</summary>
internal sealed record Invocation(int Code, string Output, string Error, RunOptions? Options)
{
    public static Invocation Of(string arguments) => Of(arguments, _ => ExitCode.Success);

    public static Invocation Of(string arguments, Func<RunOptions, int> handler, CancellationToken cancel = default)
    {
        RunOptions? seen = null;
        var output = new StringWriter();
        var error = new StringWriter();
        int Note(RunOptions options, CancellationToken token) => handler(seen = options);
        var handlers = new Handlers(Note, Note, (_, _) => ExitCode.Success, _ => ExitCode.Success,
            new(() => ExitCode.Success, _ => ExitCode.Success, _ => ExitCode.Success, (_, _) => ExitCode.Success), () => ExitCode.Success);
        int code = CommandLine.Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), output, error, handlers, cancel);
        return new(code, output.ToString(), error.ToString(), seen);
    }

    public static TrainOptions Train(string options) => (TrainOptions)Of($"train {options}").Options!;

    public static LrFindOptions LrFind(string options) => (LrFindOptions)Of($"lr-find {options}").Options!;
}
