namespace Catapult.Cli;

/// <summary>What the commands under <c>catapult kernel</c> do; each returns the exit code.</summary>
/// <param name="List">Does <c>kernel list</c>.</param>
/// <param name="Show">Does <c>kernel show</c>.</param>
/// <param name="Check">Does <c>kernel check</c>.</param>
/// <param name="Race">Does <c>kernel race</c>.</param>
public sealed record KernelHandlers(
    Func<int> List, Func<KernelShowOptions, int> Show, Func<KernelShowOptions, int> Check, Func<KernelRaceOptions, CancellationToken, int> Race);
