using Catapult.Cli;
using NUnit.Framework;

namespace Catapult.Tests;

[TestFixture]
public sealed class PlainProgressTests
{
    [Test]
    public void OneLineATenthAndOneAnEpochAndBeforeAMessage()
    {
        string[] lines = Show(progress =>
        {
            for (int step = 1; step <= 40; step++)
            {
                progress.Report(At(step, epoch: step <= 18 ? 1 : 2, seconds: step * 0.1));
                if (step == 18)
                    progress.Message("epoch 1/2  test accuracy 97.00%");
            }
        });
        Assert.That(lines.Select(line => line.Split("  ")[0]), Is.EqualTo(new[]
        {
            "step 4/40", "step 8/40", "step 12/40", "step 16/40", "step 18/40", "epoch 1/2",
            "step 20/40", "step 24/40", "step 28/40", "step 32/40", "step 36/40", "step 40/40",
        }));
    }

    [Test]
    public void ASlowRunShowsALineEveryFiveSeconds()
    {
        string[] lines = Show(progress =>
        {
            for (int step = 1; step <= 12; step++)
                progress.Report(At(step, total: 1000, epoch: 1, seconds: step));
        });
        Assert.That(lines.Select(line => line.Split("  ")[0]), Is.EqualTo(new[] { "step 6/1000", "step 11/1000", "step 12/1000" }));
    }

    [Test]
    public void ALineHoldsTheFiguresAndTheTimeLeft()
    {
        string[] lines = Show(progress =>
        {
            progress.Report(At(100, total: 400, epoch: 1, seconds: 10));
            progress.Report(At(200, total: 400, epoch: 1, seconds: 50));
        });
        Assert.That(lines, Is.EqualTo(new[] { "step 200/400  epoch 1/2  loss 0.5000  lr 0.0312  1,812 images/s  1:20 left" }));
    }

    [Test]
    public void TheRangeTestHasNoEpochs() =>
        Assert.That(Show(progress =>
        {
            progress.Report(At(1, total: 4, epoch: 0, seconds: 1));
            progress.Report(At(3, total: 4, epoch: 0, seconds: 7203));
        }), Is.EqualTo(new[]
        {
            "step 1/4  loss 0.5000  lr 0.0312  1,812 images/s",
            "step 3/4  loss 0.5000  lr 0.0312  1,812 images/s  1:00:01 left",
        }));

    [Test]
    public void QuietShowsNothing()
    {
        var output = new StringWriter();
        using (IRunProgress progress = RunProgress.Open(output, quiet: true))
        {
            progress.Report(At(40, epoch: 2, seconds: 1));
            progress.Message("epoch");
        }
        Assert.That(output.ToString(), Is.Empty);
    }

    private static ProgressReport At(long step, int epoch, double seconds, long total = 40) =>
        new(step, total, epoch, 2, 0.5, 0.0312, 1812.4, TimeSpan.FromSeconds(seconds));

    private static string[] Show(Action<IRunProgress> run)
    {
        var output = new StringWriter();
        using (IRunProgress progress = RunProgress.Open(output, quiet: false))
            run(progress);
        return output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
