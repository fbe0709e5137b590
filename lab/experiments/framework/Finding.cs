namespace Catapult.Lab;

/// <summary>One claim held against what was measured.</summary>
/// <param name="What">The claim, in a phrase.</param>
/// <param name="Expected">What it says of the figures.</param>
/// <param name="Measured">What they are.</param>
/// <param name="Holds">Whether they bear it out, by computation.</param>
public sealed record Finding(string What, string Expected, string Measured, bool Holds);
