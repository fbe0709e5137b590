using System.Diagnostics;
using System.Runtime.InteropServices;
using Catapult.Cli;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>What only a process of its own shows: signals, and a standard output that cannot take what is written.</summary>
[Category("Slow"), NonParallelizable, FixtureLifeCycle(LifeCycle.InstancePerTestCase), Platform(Exclude = "Win")]
public sealed class ProcessTests : IDisposable
{
    private const int Interrupt = 2;

    private const int PatienceInMilliseconds = 60_000;

    private static readonly string Program = typeof(CommandLine).Assembly.Location;

    private readonly TemporaryFolder folder = new();

    public ProcessTests() => DigitFiles.Write(folder["data"]);

    private string Options => $"--dataset mnist --data {folder["data"]} --model mlp --batch-size 16 --threads 1 --lr 0.01";

    public void Dispose() => folder.Dispose();

    [Test]
    public void CtrlCLeavesACheckpointFromWhichTheRunGoesOnUnchanged()
    {
        var stopped = new RunFolder(folder["stopped"]);
        using (Process process = Start("dotnet", $"{Program} train {Options} --steps 150 --out {stopped.Path}"))
        {
            while (process.StandardOutput.ReadLine() is { } line && !line.Contains("epoch 2")) { }
            Assert.That(Kill(process.Id, Interrupt), Is.Zero);
            string rest = process.StandardOutput.ReadToEnd(), error = process.StandardError.ReadToEnd();
            Assert.That(process.WaitForExit(PatienceInMilliseconds));
            Assert.That((process.ExitCode, error), Is.EqualTo((ExitCode.Interrupted, "")));
            Assert.That(rest, Does.Contain($"--resume {stopped.Path}"));
        }
        int done = (int)stopped.Run["steps_done"]!;
        Assert.That(done, Is.InRange(12, 149));
        Assert.That(stopped.Metrics, Has.Length.EqualTo(1 + done));
        Assert.That(ProgramRun.Of($"train --resume {stopped.Path} --quiet").Code, Is.EqualTo(ExitCode.Success));
        var whole = new RunFolder(folder["whole"]);
        ProgramRun.Of($"train {Options} --steps 150 --out {whole.Path} --quiet");
        Assert.That(stopped.Model, Is.EqualTo(whole.Model));
        Assert.That(stopped.Metrics, Is.EqualTo(whole.Metrics));
    }

    [TestCase("train --steps 3")]
    [TestCase("lr-find --iterations 12")]
    [TestCase("--help")]
    public void AFullStandardOutputIsOneSentence(string command)
    {
        if (!File.Exists("/dev/full")) Assert.Ignore("This system has no /dev/full.");
        string options = command == "--help" ? "" : $"{(command.StartsWith("train") ? Options : Options.Replace("--lr 0.01", ""))} --out {folder["out"]}";
        using Process process = Start("/bin/sh", "-c", $"exec dotnet {Program} {command} {options} > /dev/full");
        string error = process.StandardError.ReadToEnd();
        Assert.That(process.WaitForExit(PatienceInMilliseconds));
        Assert.That(process.ExitCode, Is.EqualTo(ExitCode.BadInput), error);
        Assert.That(error.TrimEnd().Split('\n'), Has.Length.EqualTo(1).And.All.Contains("No space left"));
    }

    private static Process Start(string program, string arguments) => Start(program, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static Process Start(string program, params string[] arguments) => Process.Start(
        new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
