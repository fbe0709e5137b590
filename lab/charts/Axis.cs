namespace Catapult.Lab;

/// <summary>One axis of a chart.</summary>
/// <param name="Label">What is measured, e.g. "learning rate".</param>
/// <param name="Unit">The unit, e.g. "%"; null for a pure number.</param>
/// <param name="Scale">Linear or logarithmic.</param>
public sealed record Axis(string Label, string? Unit = null, AxisScale Scale = AxisScale.Linear)
{
    /// <summary>The least value to show, in place of the data's; smaller values are clipped. Null: the data decide.</summary>
    public double? Min { get; init; }

    /// <summary>The greatest value to show, in place of the data's; greater values are clipped. Null: the data decide.</summary>
    public double? Max { get; init; }

    /// <summary>True where only whole numbers make sense (epochs, steps): ticks then stand at integers only.</summary>
    public bool WholeNumbers { get; init; }

    /// <summary>The label with its unit, as the chart writes it.</summary>
    public string Text => Unit is null ? Label : $"{Label} ({Unit})";
}
