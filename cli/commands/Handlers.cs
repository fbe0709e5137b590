namespace Catapult.Cli;

/// <summary>What the commands do; each returns the exit code, and stops cleanly when its token is cancelled.</summary>
/// <param name="Train">Does <c>catapult train</c>.</param>
/// <param name="LrFind">Does <c>catapult lr-find</c>.</param>
/// <param name="Experiment">Does <c>catapult experiment</c>.</param>
/// <param name="Schedule">Does <c>catapult schedule</c>.</param>
/// <param name="Kernel">Do <c>catapult kernel</c>'s commands.</param>
/// <param name="Devices">Does <c>catapult devices</c>.</param>
public sealed record Handlers(
    Func<TrainOptions, CancellationToken, int> Train,
    Func<LrFindOptions, CancellationToken, int> LrFind,
    Func<ExperimentOptions, CancellationToken, int> Experiment,
    Func<ScheduleOptions, int> Schedule,
    KernelHandlers Kernel,
    Func<int> Devices);
