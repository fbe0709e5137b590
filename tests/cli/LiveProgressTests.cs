using Catapult.Cli;
using NUnit.Framework;
using Spectre.Console;

namespace Catapult.Tests;

[TestFixture]
public sealed class LiveProgressTests
{
    private const string ShowCursor = "\u001b[?25h";

    [Test]
    public void MessagesStayAndTheFiguresAreDrawn()
    {
        string output = Show(progress =>
        {
            progress.Message("before the first step");
            progress.Report(new(5, 10, 1, 2, 0.25, 0.1, 900, TimeSpan.FromSeconds(3)));
            progress.Message("a [message] with brackets");
        });
        Assert.That(output, Does.Contain("before the first step").And.Contain("a [message] with brackets"));
        Assert.That(output, Does.Contain(" 50%").And.Contain("step 5/10  epoch 1/2  loss 0.2500  lr 0.1  900 images/s"));
        Assert.That(output, Does.EndWith(ShowCursor));
    }

    [Test]
    public void ARunThatNeverBeginsShowsItsMessagesOnly() =>
        Assert.That(Show(progress => progress.Message("nothing to do")), Is.EqualTo("nothing to do\n"));

    private static string Show(Action<IRunProgress> run)
    {
        var output = new StringWriter { NewLine = "\n" };
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
        });
        using (var progress = new LiveProgress(console))
            run(progress);
        return output.ToString();
    }
}
