namespace Catapult.Lab;

/// <summary>The span of values that an axis shows, and the mapping from a value to its place in it.</summary>
/// <param name="Kind">Linear or logarithmic.</param>
/// <param name="Low">The value at position 0.</param>
/// <param name="High">The value at position 1, greater than <paramref name="Low"/>.</param>
public readonly record struct Scale(AxisScale Kind, double Low, double High)
{
    private const double Greatest = 1e150;
    private const double LeastRelativeSpan = 1e-9;

    /// <summary>Whether the axis can show the value: finite, of a sane magnitude and, on a logarithmic axis, positive.</summary>
    public static bool Accepts(AxisScale kind, double value) =>
        Math.Abs(value) <= Greatest && (kind == AxisScale.Linear || value >= 1 / Greatest);

    /// <summary>The place of a value: 0 at <see cref="Low"/>, 1 at <see cref="High"/>, NaN where the axis cannot show it.</summary>
    public double Position(double value)
    {
        if (!Accepts(Kind, value))
            return double.NaN;
        return Kind == AxisScale.Linear
            ? (value - Low) / (High - Low)
            : Math.Log10(value / Low) / Math.Log10(High / Low);
    }

    /// <summary>
    /// The span of the values that the axis can show, its explicit bounds first. A span of one value is widened around it,
    /// and without any value it is 0 to 1 (linear) or 0.1 to 1 (logarithmic).
    /// </summary>
    public static Scale Of(Axis axis, IEnumerable<double> values)
    {
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double value in values)
            if (Accepts(axis.Scale, value))
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
        if (low > high)
            (low, high) = axis.Scale == AxisScale.Linear ? (0, 1) : (0.1, 1);
        low = axis.Min ?? low;
        high = Math.Max(low, axis.Max ?? high);
        return Widened(axis, low, high);
    }

    private static Scale Widened(Axis axis, double low, double high)
    {
        if (high - low > LeastRelativeSpan * Math.Max(Math.Abs(low), Math.Abs(high)))
            return new Scale(axis.Scale, low, high);
        if (axis.Scale == AxisScale.Log10)
            return new Scale(axis.Scale, low / 2, high * 2);
        double pad = axis.WholeNumbers ? 0.5 : low == 0 ? 1 : 0.1 * Math.Abs(low);
        return new Scale(axis.Scale, low - pad, high + pad);
    }
}
