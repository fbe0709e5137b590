namespace Catapult.Lab;

/// <summary>
/// A place worth pointing at: a vertical line at X or, where Y is given, a ring around the point (X, Y) on the left axis.
/// </summary>
/// <param name="Label">The words beside it; empty for none.</param>
/// <param name="X">Horizontal position.</param>
/// <param name="Y">Vertical position of a point; null for a vertical line.</param>
/// <param name="Strong">Draws it as the main one among several.</param>
public sealed record Marker(string Label, double X, double? Y = null, bool Strong = false);
