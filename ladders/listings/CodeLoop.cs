namespace Catapult.Ladders;

/// <summary>A loop of a listing that holds no other loop.</summary>
/// <param name="Lines">The numbers of its instructions, in order; they need not be neighbours.</param>
/// <param name="Mix">What they count as.</param>
public sealed record CodeLoop(IReadOnlySet<int> Lines, InstructionMix Mix);
