namespace Catapult.Cli;

/// <summary>What the program's exit status says.</summary>
public static class ExitCode
{
    /// <summary>All done.</summary>
    public const int Success = 0;

    /// <summary>A fault of the program: the message and the stack trace are on stderr.</summary>
    public const int Failure = 1;

    /// <summary>Bad arguments or input, or a file that cannot be read or written: one sentence is on stderr.</summary>
    public const int BadInput = 2;

    /// <summary>Ctrl-C: 128 + SIGINT.</summary>
    public const int Interrupted = 130;
}
