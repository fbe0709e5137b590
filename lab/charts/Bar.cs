namespace Catapult.Lab;

/// <summary>One bar of a <see cref="BarChart"/>.</summary>
/// <param name="Name">What stands before it.</param>
/// <param name="Value">Its length.</param>
/// <param name="Note">What stands behind it.</param>
/// <param name="Color">The role of its colour.</param>
public sealed record Bar(string Name, double Value, string Note, ColorRole Color = ColorRole.First);
