namespace Catapult.Ladders;

/// <summary>One instruction of a listing.</summary>
/// <param name="Text">As it stands there.</param>
/// <param name="Mix">What it counts as.</param>
/// <param name="Target">The label that it may jump to; null for none.</param>
public sealed record CodeLine(string Text, InstructionMix Mix, string? Target);
