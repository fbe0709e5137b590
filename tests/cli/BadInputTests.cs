using Catapult.Cli;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

[TestFixture]
public sealed class BadInputTests
{
    [TestCase("", "Name a command: train, lr-find, experiment, schedule, kernel, devices (see catapult --help).")]
    [TestCase("trian", "There is no command 'trian' (did you mean train?); the commands are train, lr-find, experiment, schedule, kernel, devices.")]
    [TestCase("kernel", "Name a command of catapult kernel: list, show, check, race (see catapult kernel --help).")]
    [TestCase("kernel rece", "There is no command 'rece' of catapult kernel (did you mean race?); the commands are list, show, check, race.")]
    [TestCase("kernel --jit", "Name a command of catapult kernel (list, show, check, race) before --jit.")]
    [TestCase("kernel race matmul --sise 3", "catapult kernel race has no option --sise (did you mean --size?); see catapult kernel race --help.")]
    [TestCase("kernel race matmul --size 0", "--size must be a whole number from 1 to 1073741824, not '0'.")]
    [TestCase("kernel show matmul/simd --jit --ptx", "--jit shows rungs of the processor and --ptx those of a GPU: give one of them.")]
    [TestCase("experiment", "Name one experiment, or give --list to see them all: catapult experiment NAME.")]
    [TestCase("experiment catapult-linear --list", "Name one experiment, or give --list to see them all: catapult experiment NAME.")]
    [TestCase("experiment catapult-linear --scale huge", "--scale must be one of smoke, cpu, full, not 'huge'.")]
    [TestCase("lrfind --lr 1", "There is no command 'lrfind' (did you mean lr-find?); the commands are train, lr-find, experiment, schedule, kernel, devices.")]
    [TestCase("--lr 1", "Name a command (train, lr-find, experiment, schedule, kernel, devices) before --lr.")]
    [TestCase("--verison", "Name a command (train, lr-find, experiment, schedule, kernel, devices) before --verison (did you mean --version?).")]
    [TestCase("train --lrr 1", "catapult train has no option --lrr (did you mean --lr?); see catapult train --help.")]
    [TestCase("train --batch=4", "catapult train has no option --batch (did you mean --batch-size?); see catapult train --help.")]
    [TestCase("lr-find --schedule step", "catapult lr-find has no option --schedule; see catapult lr-find --help.")]
    [TestCase("devices --verbose", "catapult devices has no option --verbose; see catapult devices --help.")]
    [TestCase("train mnist", "catapult train takes options only, and 'mnist' is none.")]
    [TestCase("train @file", "catapult train takes options only, and '@file' is none.")]
    [TestCase("train quiet", "catapult train takes options only, and 'quiet' is none (did you mean --quiet?).")]
    [TestCase("train --lr", "--lr needs a value: --lr X|auto (see catapult train --help).")]
    [TestCase("train --dataset --modle mlp", "--dataset needs a value: --dataset NAME, but '--modle' follows it.")]
    [TestCase("train --seed 1 --seed 2", "--seed is given 2 times: give it once.")]
    [TestCase("train --dataset MNIST", "--dataset must be one of glyphs, mnist, fashion-mnist, cifar10, not 'MNIST' (did you mean mnist?).")]
    [TestCase("train --model resnet18", "--model must be one of mlp, lenet, resnet8, resnet20, resnet56, resnet9, not 'resnet18' (did you mean resnet8?).")]
    [TestCase("train --optimizer rmsprob",
        "--optimizer must be one of sgd, adam, adamw, amsgrad, rmsprop, adagrad, adadelta, adamax, nadam, radam, adabelief, lion, lars, lamb, adan, muon, sophia, schedule-free-sgd, schedule-free-adamw, prodigy, d-adaptation, sam, lookahead, not 'rmsprob' (did you mean rmsprop?).")]
    [TestCase("train --dtype float16", "--dtype must be one of float32, float64, not 'float16' (did you mean float32?).")]
    [TestCase("lr-find --dtype double", "--dtype must be one of float32, float64, not 'double'.")]
    [TestCase("train --lr 0", "--lr must be auto or a number greater than 0, not '0'.")]
    [TestCase("train --lr -0.1", "--lr must be auto or a number greater than 0, not '-0.1'.")]
    [TestCase("train --lr abc", "--lr must be auto or a number greater than 0, not 'abc'.")]
    [TestCase("train --lr NaN", "--lr must be auto or a number greater than 0, not 'NaN'.")]
    [TestCase("train --lr 1e400", "--lr must be auto or a number greater than 0, not '1e400'.")]
    [TestCase("train --lr 1,5", "--lr must be auto or a number greater than 0, not '1,5'.")]
    [TestCase("train --epochs 0", "--epochs must be a whole number from 1 to 2147483647, not '0'.")]
    [TestCase("train --epochs 1.5", "--epochs must be a whole number from 1 to 2147483647, not '1.5'.")]
    [TestCase("train --batch-size -1", "--batch-size must be a whole number from 1 to 2147483647, not '-1'.")]
    [TestCase("train --limit 99999999999", "--limit must be a whole number from 1 to 2147483647, not '99999999999'.")]
    [TestCase("train --threads 5000", "--threads must be a whole number from 1 to 1024, not '5000'.")]
    [TestCase("train --seed -1", "--seed must be a whole number from 0 to 18446744073709551615, not '-1'.")]
    [TestCase("train --momentum 1", "--momentum must be a number from 0 to less than 1, not '1'.")]
    [TestCase("train --momentum -0.1", "--momentum must be a number from 0 to less than 1, not '-0.1'.")]
    [TestCase("train --weight-decay -1", "--weight-decay must be a number of 0 or more, not '-1'.")]
    [TestCase("train --weight-decay Infinity", "--weight-decay must be a number of 0 or more, not 'Infinity'.")]
    [TestCase("train --nesterov yes", "--nesterov must be true or false, not 'yes'.")]
    [TestCase("train --download-from ftp://x", "--download-from must be an http or https address, not 'ftp://x'.")]
    [TestCase("train --epochs 1 --steps 3", "--epochs 1 and --steps 3 exclude each other: give one of them.")]
    [TestCase("train --schedule step --preset torch", "--preset torch shapes --schedule one-cycle only, not step: leave one of the two out.")]
    [TestCase("train --optimizer adam --nesterov true", "--nesterov belongs to --optimizer sgd and means nothing to adam: leave one of the two out.")]
    [TestCase("train --optimizer adagrad --momentum 0.9", "--momentum means nothing to --optimizer adagrad: leave one of the two out.")]
    [TestCase("train --download", "--download has nothing to fetch for glyphs, which are drawn: name another --dataset.")]
    [TestCase("train --download-from http://x", "--download-from is the address that --download fetches from: give --download as well.")]
    [TestCase("lr-find --min-lr 3 --max-lr 0.5", "--min-lr 3 must be less than --max-lr 0.5, since the sweep runs upwards.")]
    [TestCase("lr-find --iterations 1", "--iterations must be a whole number from 2 to 2147483647, not '1'.")]
    public void OneSentenceAndExitCodeTwo(string arguments, string sentence)
    {
        Invocation run = Invocation.Of(arguments);
        Assert.That(run.Error, Is.EqualTo(sentence + Environment.NewLine));
        Assert.That((run.Code, run.Output, run.Options), Is.EqualTo((ExitCode.BadInput, "", (RunOptions?)null)));
    }

    [Test]
    public void BadInputThatAHandlerFindsIsItsSentence()
    {
        Invocation run = Invocation.Of("train", _ => throw new InputException("The file is short."));
        Assert.That((run.Code, run.Error), Is.EqualTo((ExitCode.BadInput, "The file is short." + Environment.NewLine)));
    }

    [Test]
    public void AFolderThatCannotBeMadeIsNamedWithARemedy()
    {
        string path = Path.Combine(Path.GetTempFileName(), "below-a-file");
        try
        {
            Invocation run = Invocation.Of("train", _ => Directory.CreateDirectory(path).Exists ? 0 : 1);
            Assert.That(run.Code, Is.EqualTo(ExitCode.BadInput));
            Assert.That(run.Error, Does.Contain(Path.GetDirectoryName(path)!).And.Contain("--out").And.Not.Contain("   at "));
        }
        finally
        {
            File.Delete(Path.GetDirectoryName(path)!);
        }
    }

    [Test]
    public void MissingPermissionAndAFullDiskAreBadInput()
    {
        Invocation denied = Invocation.Of("train", _ => throw new UnauthorizedAccessException("Access to the path '/proc/x' is denied."));
        Invocation full = Invocation.Of("train", _ => throw new AggregateException(new IOException("No space left on device : '/dev/full'")));
        Assert.That((denied.Code, full.Code), Is.EqualTo((ExitCode.BadInput, ExitCode.BadInput)));
        Assert.That(denied.Error, Does.StartWith("Access to the path '/proc/x' is denied: check").And.Contain("--out"));
        Assert.That(full.Error, Does.StartWith("No space left on device : '/dev/full': check"));
    }

    [Test]
    public void AFaultOfTheProgramShowsItsTrace()
    {
        Invocation run = Invocation.Of("train", _ => throw new InvalidOperationException("boom"));
        Assert.That(run.Code, Is.EqualTo(ExitCode.Failure));
        Assert.That(run.Error, Does.Contain("boom").And.Contain("   at "));
    }

    [Test]
    public void CtrlCIsExitCode130HoweverTheHandlerEnds()
    {
        using var source = new CancellationTokenSource();
        Invocation stopped = Invocation.Of("train", _ =>
        {
            source.Cancel();
            return ExitCode.Success;
        }, source.Token);
        Invocation thrown = Invocation.Of("train", _ => throw new OperationCanceledException(source.Token), source.Token);
        Assert.That((stopped.Code, thrown.Code), Is.EqualTo((ExitCode.Interrupted, ExitCode.Interrupted)));
        Assert.That(stopped.Error + thrown.Error, Is.Empty);
    }
}
