namespace Catapult.Cli;

/// <summary>Ctrl-C: the first asks the command to stop cleanly, the second ends the program at once.</summary>
public sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();

    /// <summary>Listens until disposed.</summary>
    public Interruption() => Console.CancelKeyPress += OnCtrlC;

    /// <summary>Cancelled by the first Ctrl-C.</summary>
    public CancellationToken Token => source.Token;

    /// <inheritdoc/>
    public void Dispose() => Console.CancelKeyPress -= OnCtrlC;

    private void OnCtrlC(object? sender, ConsoleCancelEventArgs press)
    {
        press.Cancel = true;
        if (!source.IsCancellationRequested)
        {
            source.Cancel();
            return;
        }
        if (!Console.IsOutputRedirected)
        {
            Console.CursorVisible = true; // The live progress hides it and stands on its last line.
            Console.WriteLine();
        }
        Environment.Exit(ExitCode.Interrupted);
    }
}
