namespace Catapult.Lab;

/// <summary>
/// Curves over a common x axis, as plain data; a <see cref="Figure"/> draws it.
/// Long series are thinned and keep their extremes, and values that an axis cannot show leave gaps.
/// </summary>
/// <param name="Title">The heading; empty for none.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The left axis.</param>
/// <param name="Series">The curves, drawn in this order.</param>
public sealed record LineChart(string Title, Axis X, Axis Y, IReadOnlyList<Series> Series)
{
    /// <summary>The axis of the series that are <see cref="Series.OnRight"/>; null where there are none.</summary>
    public Axis? Right { get; init; }

    /// <summary>Vertical lines and points with labels.</summary>
    public IReadOnlyList<Marker> Markers { get; init; } = [];

    /// <summary>Height of the plotting area alone, in pixels; headings, labels and legend come on top of it.</summary>
    public double PlotHeight { get; init; } = 190;
}
