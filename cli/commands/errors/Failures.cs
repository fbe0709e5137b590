using Catapult.Kernels;

namespace Catapult.Cli;

/// <summary>Turns an exception into what the user reads and the exit code.</summary>
internal static class Failures
{
    /// <summary>Reports the exception on <paramref name="error"/>.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Report(Exception exception, TextWriter error)
    {
        Exception cause = exception is AggregateException { InnerExceptions: [var only] } ? only : exception;
        if (Sentence(cause) is { } sentence)
        {
            error.WriteLine(sentence);
            return ExitCode.BadInput;
        }
        error.WriteLine($"catapult failed, which is a fault of the program: {exception}");
        return ExitCode.Failure;
    }

    /// <summary>The sentence for what the user can mend; null for a fault of the program.</summary>
    private static string? Sentence(Exception exception) => exception switch
    {
        InputException => exception.Message,
        UnauthorizedAccessException or IOException => $"{OneLine(exception.Message)}: "
            + "check that the path exists, that you may write to it and that its disk has room, "
            + "or name another folder with --out or --data.",
        _ => null,
    };

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").Trim().TrimEnd('.');
}
