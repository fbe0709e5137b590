namespace Catapult.Ladders;

/// <summary>One instruction of a listing.</summary>
/// <param name="Text">As it stands there.</param>
/// <param name="Mix">What it counts as.</param>
/// <param name="Target">The label that it may jump to; null for none.</param>
/// <param name="FallsThrough">Whether the next instruction may follow: not behind a jump without condition, and not behind a return.</param>
public sealed record CodeLine(string Text, InstructionMix Mix, string? Target, bool FallsThrough);
