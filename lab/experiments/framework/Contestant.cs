namespace Catapult.Lab;

/// <summary>One way to train among several that are compared.</summary>
/// <param name="Name">What tables call it, with all that tells it apart from the others.</param>
/// <param name="Train">The run of a net, by its seed.</param>
internal sealed record Contestant(string Name, Func<ulong, TrainingCell> Train);
