namespace Catapult.Cli;

/// <summary>The words of <c>--help</c>; those of the options are in their tables.</summary>
internal static class HelpPages
{
    internal static readonly HelpEntry HelpEntry = new("--help, -h", "Show this page.");

    public static HelpPage Root { get; } = new(
        "Catapult trains convolutional networks in managed C#, and helps to find and schedule their learning rates.",
        "catapult <command> [options]",
        [
            new("Commands",
            [
                new("train", "Train a network; without options, resnet8 on drawn digits, in under a minute."),
                new("lr-find", "Sweep the learning rate and suggest one (the range test)."),
                new("experiment", "Run a paper's phenomenon and judge its claims (experiment --list)."),
                new("schedule", "Print and draw a learning-rate schedule."),
                new("kernel", "Show, check and race the rungs that lead up to each kernel."),
                new("devices", "List where the networks can be computed."),
            ]),
            new("Options", [HelpEntry, new("--version", "Show the version.")]),
            new("Examples",
            [
                new("catapult train", "The default run, with a report in runs/."),
                new("catapult train --help", "Every option of train, with its default."),
            ]),
            new("Exit codes",
            [
                new("0", "Success."),
                new("2", "Bad arguments or input: one sentence on stderr says what to change."),
                new("130", "Stopped by Ctrl-C, with a checkpoint; a second Ctrl-C stops at once."),
                new("1", "Anything else."),
            ]),
        ]);

    public static HelpPage Train { get; } = new(
        "Trains a network on images and writes metrics, weights, a checkpoint and a report. Ctrl-C stops cleanly with a "
            + "checkpoint, from which --resume continues.",
        "catapult train [options]",
        [
            .. Sections(OptionTables.Train),
            new("Examples",
            [
                new("catapult train", "Drawn digits, resnet8, a learning rate from the range test, 1cycle."),
                new("catapult train --dataset mnist --download --model lenet --epochs 3", "LeNet on MNIST, fetched into data/mnist."),
                new("catapult train --dataset cifar10 --model resnet20 --lr 0.4 --out runs/cifar",
                    "ResNet-20 on CIFAR-10 at a rate and in a folder of your choice."),
                new("catapult train --dataset mnist --model mlp --optimizer adamw --schedule cosine",
                    "AdamW under a cosine."),
                new("catapult train --stop-after 200 --out runs/half", "Stop at step 200 ..."),
                new("catapult train --resume runs/half", "... and go on as if nothing had happened."),
            ]),
        ]);

    public static HelpPage LrFind { get; } = new(
        "Runs the learning-rate range test: raises the rate step by step, plots the loss and suggests a rate. It changes "
            + "no run that it starts from.",
        "catapult lr-find [options]",
        [
            .. Sections(OptionTables.LrFind),
            new("Examples",
            [
                new("catapult lr-find", "The range test of the default run."),
                new("catapult lr-find --dataset cifar10 --min-lr 1e-4 --max-lr 3 --linear",
                    "A rate that grows by equal differences, as in Smith's test."),
                new("catapult lr-find --seeds 5 --phases", "Five starts as a band, and where theory sees the phases."),
                new("catapult lr-find --resume runs/half", "The best rate for a run in mid-training."),
            ]),
        ]);

    public static HelpPage Experiment { get; } = new(
        "Runs a phenomenon of the literature, holds its claims against what comes out, and writes experiment.json, a table, a page and pictures.",
        "catapult experiment NAME [options]",
        [
            .. Sections(OptionTables.Experiment),
            new("Examples",
            [
                new("catapult experiment --list", "All experiments, what they show and what they cost."),
                new("catapult experiment catapult-linear", "The three phases of a linear model, in seconds."),
                new("catapult experiment edge-of-stability --optimizer lion --lr-factor 0.1", "The same question of another optimizer, at a tenth of the rates."),
                new("catapult experiment catapult-relu --data data/mnist --out runs/relu", "The same of a ReLU net on MNIST; run it again after a stop, and it goes on."),
            ]),
        ]);

    public static HelpPage Schedule { get; } = new(
        $"Prints a schedule of the learning rate as a run would follow it, and draws it. The names are {string.Join(", ", Choices.Schedules)}.",
        "catapult schedule NAME [options]",
        [
            .. Sections(OptionTables.Schedule),
            new("Examples",
            [
                new("catapult schedule one-cycle --preset smith2018 --svg one-cycle.svg", "Smith's 1cycle of 2018, drawn."),
                new("catapult schedule cosine-restarts --lr 0.05 --steps 5000", "Warm restarts over 5,000 steps."),
            ]),
        ]);

    public static HelpPage Devices { get; } = new(
        "Lists the devices that --device accepts, and why one cannot be used here.",
        "catapult devices",
        [
            new("Options", [HelpEntry]),
            new("Examples", [new("catapult devices", "Processors and accelerators of this machine.")]),
        ]);

    internal static IEnumerable<HelpSection> Sections<TOptions>(OptionTable<TOptions> table) where TOptions : CommandOptions, new()
    {
        foreach (OptionGroup<TOptions> group in table.Groups)
            yield return new(
                group.Title,
                [.. group.Rows.Select(row => new HelpEntry($"{row.Name} {row.Option.HelpName}".TrimEnd(), row.Help))]);
        yield return new("Help", [HelpEntry]);
    }
}
