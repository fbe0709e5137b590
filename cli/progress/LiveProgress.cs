using System.Collections.Concurrent;
using System.Globalization;
using Spectre.Console;

namespace Catapult.Cli;

/// <summary>
/// A bar that moves on a terminal, with messages scrolling above it; it vanishes at the end. It is drawn five times a
/// second on a thread of its own, so a report costs the training a copy under a lock.
/// </summary>
public sealed class LiveProgress : IRunProgress
{
    private const int NarrowestBar = 10;
    private const int WidestBar = 60;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly IAnsiConsole console;
    private readonly Thread painter;
    private readonly ManualResetEventSlim ended = new();
    private readonly ConcurrentQueue<string> messages = new();
    private readonly Lock gate = new();
    private ProgressReport? first;
    private ProgressReport last;

    /// <summary>Starts to draw.</summary>
    public LiveProgress(IAnsiConsole console)
    {
        this.console = console;
        painter = new Thread(Paint) { IsBackground = true, Name = "progress" };
        painter.Start();
    }

    private bool Begun
    {
        get
        {
            lock (gate)
                return first is not null;
        }
    }

    /// <inheritdoc/>
    public void Report(in ProgressReport report)
    {
        lock (gate)
        {
            first ??= report;
            last = report;
        }
    }

    /// <inheritdoc/>
    public void Message(string text) => messages.Enqueue(text);

    /// <inheritdoc/>
    public void Dispose()
    {
        ended.Set();
        painter.Join();
        ended.Dispose();
    }

    private void Paint()
    {
        try
        {
            bool atEnd = false;
            while (!atEnd && !Begun)
            {
                atEnd = ended.Wait(Interval);
                WriteMessages();
            }
            if (Begun)
                console.Live(Picture()).AutoClear(true).Start(Follow);
        }
        catch (IOException)
        {
            // The terminal is gone; the run goes on without it.
        }
    }

    private void Follow(LiveDisplayContext live)
    {
        bool atEnd;
        do
        {
            atEnd = ended.Wait(Interval);
            if (!messages.IsEmpty)
                live.UpdateTarget(new Text("")); // Messages are written over the bar, which must be wiped first.
            WriteMessages();
            live.UpdateTarget(Picture());
        }
        while (!atEnd);
    }

    private void WriteMessages()
    {
        while (messages.TryDequeue(out string? text))
            console.WriteLine(text);
    }

    private Rows Picture()
    {
        ProgressReport start, now;
        lock (gate)
            (start, now) = (first!.Value, last);
        double part = (double)now.Step / now.TotalSteps;
        string tail = string.Create(CultureInfo.InvariantCulture, $"{part * 100,3:0}%  {ProgressText.TimeLeft(start, now)}");
        int width = Math.Clamp(console.Profile.Width - tail.Length - 2, NarrowestBar, WidestBar);
        int done = (int)(part * width);
        char stroke = console.Profile.Capabilities.Unicode ? '━' : '-';
        return new Rows(
            new Markup($"[green]{new string(stroke, done)}[/][grey35]{new string(stroke, width - done)}[/] {tail}"),
            new Text(ProgressText.Facts(now)));
    }
}
