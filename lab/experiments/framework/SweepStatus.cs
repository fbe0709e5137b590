namespace Catapult.Lab;

/// <summary>How far a sweep is.</summary>
/// <param name="Name">The sweep.</param>
/// <param name="Total">Its runs.</param>
/// <param name="Running">The settings that are being run.</param>
/// <param name="Done">The finished ones in the order in which they ended: setting, result, and the seconds that it took.</param>
public sealed record SweepStatus(string Name, int Total, IReadOnlyList<string> Running, IReadOnlyList<(string Setting, string Result, double Seconds)> Done);
