namespace Catapult.Lab;

/// <summary>One curve of a chart: the points (X[i], Y[i]) in order. A point that is not finite leaves a gap.</summary>
public sealed record Series
{
    /// <param name="name">The name in the legend; empty where another curve's name stands for this one.</param>
    /// <param name="x">Horizontal positions.</param>
    /// <param name="y">Values, one for each position.</param>
    /// <param name="color">The role of the curve's colour.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Series(string name, IReadOnlyList<double> x, IReadOnlyList<double> y, ColorRole color = ColorRole.First)
    {
        if (x.Count != y.Count)
            throw new ArgumentException($"The series '{name}' has {x.Count} positions but {y.Count} values; give one for each.");
        (Name, X, Y, Color) = (name, x, y, color);
    }

    /// <summary>The name in the legend.</summary>
    public string Name { get; }

    /// <summary>Horizontal positions.</summary>
    public IReadOnlyList<double> X { get; }

    /// <summary>Values.</summary>
    public IReadOnlyList<double> Y { get; }

    /// <summary>The role of the curve's colour.</summary>
    public ColorRole Color { get; }

    /// <summary>Draws a thin, pale line: noise behind its own smoothed curve.</summary>
    public bool Faint { get; init; }

    /// <summary>Draws a dashed line, so that two curves stay apart in print without colour too.</summary>
    public bool Dashed { get; init; }

    /// <summary>Measures the curve on the chart's right axis.</summary>
    public bool OnRight { get; init; }
}
