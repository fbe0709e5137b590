namespace Catapult.Ladders;

/// <summary>How far a result is off.</summary>
/// <param name="Error">In units of what rounding may cause: at most 1 where it is right, infinite where it is missing or NaN.</param>
/// <param name="Index">Which of the results it is.</param>
/// <param name="Result">What it is.</param>
/// <param name="Expected">What it should be.</param>
public readonly record struct Deviation(double Error, int Index, double Result, double Expected);
