using System.Text.RegularExpressions;
using Catapult.Cli;
using NUnit.Framework;

namespace Catapult.Tests;

[TestFixture]
public sealed class HelpTests
{
    private const int Columns = 80;

    [Test]
    public void TrainHelpStatesEveryOptionAndItsDefault() => AssertComplete("train", OptionTables.Train);

    [Test]
    public void LrFindHelpStatesEveryOptionAndItsDefault() => AssertComplete("lr-find", OptionTables.LrFind);

    [Test]
    public void ExperimentHelpStatesEveryOptionAndItsDefault() => AssertComplete("experiment", OptionTables.Experiment);

    [Test]
    public void ScheduleHelpStatesEveryOptionAndItsDefault() => AssertComplete("schedule", OptionTables.Schedule);

    [Test]
    public void KernelHelpStatesEveryOptionAndItsDefault() => Assert.Multiple(() =>
    {
        AssertComplete("kernel show", KernelOptionTables.Show);
        AssertComplete("kernel check", KernelOptionTables.Check);
        AssertComplete("kernel race", KernelOptionTables.Race);
    });

    [TestCase("--help", "train", "lr-find", "devices", "--version", "130")]
    [TestCase("train --help", "Default: glyphs.", "Default: 128.", "0.0005 for sgd, lars", "cosine-restarts", "smith2018")]
    [TestCase("lr-find -h", "Default: 0.0001.", "--validate", "--resume")]
    [TestCase("experiment --help", "experiment NAME", "Default: cpu.", "smoke, cpu, full")]
    [TestCase("schedule --help", "catapult schedule NAME", "warmup-stable-decay", "--svg FILE", "Default: 1000.")]
    [TestCase("kernel --help", "list", "show", "check", "race", "catapult kernel race matmul")]
    [TestCase("kernel race --help", "catapult kernel race LADDER", "--svg FILE", "Default: 10.")]
    [TestCase("devices --help", "catapult devices")]
    [TestCase("train --lrr 3 --help", "Usage: catapult train [options]")]
    public void HelpMentions(string arguments, params string[] words)
    {
        Invocation run = Invocation.Of(arguments);
        Assert.That((run.Code, run.Error, run.Options), Is.EqualTo((ExitCode.Success, "", (RunOptions?)null)));
        foreach (string word in words)
            Assert.That(run.Output, Does.Contain(word));
        Assert.That(run.Output.Split(Environment.NewLine), Has.All.Length.LessThanOrEqualTo(Columns));
    }

    [TestCase("--help")]
    [TestCase("train --help")]
    [TestCase("lr-find --help")]
    [TestCase("experiment --help")]
    [TestCase("schedule --help")]
    [TestCase("devices --help")]
    public void EveryExampleIsAcceptedByTheParser(string arguments)
    {
        string examplesSection = Invocation.Of(arguments).Output.Split("Examples:")[1];
        string[] examples = [.. Regex.Matches(examplesSection, "^  catapult (.*?)(  |\r?$)", RegexOptions.Multiline).Select(match => match.Groups[1].Value)];
        Assert.That(examples, Is.Not.Empty);
        foreach (string example in examples)
            Assert.That(Invocation.Of(example).Code, Is.EqualTo(ExitCode.Success), example);
    }

    [Test]
    public void VersionIsOneLine() => Assert.That(Invocation.Of("--version").Output, Does.Match("^catapult [0-9]+[.][0-9]+[.][0-9]+\r?\n$"));

    private static void AssertComplete<TOptions>(string command, OptionTable<TOptions> table) where TOptions : CommandOptions, new()
    {
        string help = Regex.Replace(Invocation.Of($"{command} --help").Output, @"\s+", " ");
        foreach (OptionRow<TOptions> row in table.Rows)
        {
            Assert.That(row.Help, Does.Match("Default: .+[.]$"), row.Name);
            Assert.That(help, Does.Contain($" {row.Name} {row.Option.HelpName}".TrimEnd() + " " + row.Help));
        }
    }
}
