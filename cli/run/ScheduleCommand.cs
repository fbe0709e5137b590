using System.Globalization;
using Catapult.Engine;
using Catapult.Lab;
using Catapult.Training;

namespace Catapult.Cli;

/// <summary><c>catapult schedule</c>: prints a schedule, and draws it.</summary>
internal static class ScheduleCommand
{
    private const int Rows = 10, MostPoints = 2_000;

    public static int Run(ScheduleOptions options)
    {
        GroupSchedule schedule = NamedSchedules.Create(options.Name!, options.Preset, movesMomentum: true, options.LearningRate, options.Steps, options.StepsPerEpoch);
        if (options.Svg is { } file) AtomicFile.Write(file, writer => writer.Write(Draw(options, schedule).ToStandalone()));
        foreach (long step in Steps(options, Rows + 1))
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"step {step,8}  lr {schedule.LearningRate.At(step):G6}{(schedule.Momentum is { } momentum ? $"  momentum {momentum.At(step):G4}" : "")}"));
        if (options.Svg is not null) Console.WriteLine($"picture: {options.Svg}");
        return ExitCode.Success;
    }

    private static Figure Draw(ScheduleOptions options, GroupSchedule schedule)
    {
        long[] steps = Steps(options, MostPoints);
        double[] x = [.. steps.Select(step => (double)step)];
        var axis = new Axis("step") { WholeNumbers = true };
        var rate = new LineChart(options.Name!, axis, new Axis("learning rate") { Min = 0 }, [new Series("learning rate", x, [.. steps.Select(schedule.LearningRate.At)])]);
        if (schedule.Momentum is not { } momentum) return new Figure(rate);
        return new Figure(rate, new LineChart("", axis, new Axis("momentum"), [new Series("momentum", x, [.. steps.Select(momentum.At)], ColorRole.Second)]) { PlotHeight = 90 });
    }

    /// <summary>Some steps of the run, the first and the last among them.</summary>
    private static long[] Steps(ScheduleOptions options, int most)
    {
        long count = Math.Min(most, options.Steps);
        return [.. Enumerable.Range(0, (int)count).Select(i => count == 1 ? 0 : (long)Math.Round((double)i * (options.Steps - 1) / (count - 1)))];
    }
}
