namespace Catapult.Lab;

/// <summary>A place on an axis.</summary>
/// <param name="Value">The value there.</param>
/// <param name="Label">Its text; empty for a minor tick.</param>
public readonly record struct Tick(double Value, string Label)
{
    /// <summary>True for a tick without a label.</summary>
    public bool IsMinor => Label.Length == 0;
}
