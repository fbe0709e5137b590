namespace Catapult.Lab;

/// <summary>Places the labels of vertical markers in rows above the plot, so that no label covers another or a marker's stem.</summary>
internal static class MarkerLabels
{
    private const double Gap = 5;

    /// <summary>A placed label.</summary>
    /// <param name="Marker">The marker.</param>
    /// <param name="X">Where its stem stands, in pixels.</param>
    /// <param name="Row">The row, counted from 0 upwards.</param>
    /// <param name="Leftwards">True when the label ends at its stem instead of beginning there.</param>
    public readonly record struct Placed(Marker Marker, double X, int Row, bool Leftwards)
    {
        /// <summary>The pixels that the label covers.</summary>
        public (double From, double To) Span
        {
            get
            {
                double width = TextWidth.Of(Marker.Label, FontSize) + Gap;
                return Leftwards ? (X - width, X) : (X, X + width);
            }
        }
    }

    /// <summary>Font size of a label in pixels.</summary>
    public const double FontSize = 11.5;

    /// <summary>
    /// Fills row after row: a row takes the labels, from right to left, that meet neither a label already in it nor
    /// the stem of a marker that must still rise to a higher row.
    /// </summary>
    /// <param name="markers">Vertical markers with their stems' positions in pixels.</param>
    /// <param name="right">The right edge of the picture; a label that would pass it turns to the left.</param>
    public static IReadOnlyList<Placed> Place(IEnumerable<(Marker Marker, double X)> markers, double right)
    {
        List<Placed> waiting = [.. markers
            .Select(m => new Placed(m.Marker, m.X, 0, Leftwards: false))
            .Select(p => p with { Leftwards = p.Span.To > right })
            .OrderByDescending(p => p.X)];
        List<Placed> placed = [];
        for (int row = 0; waiting.Count > 0; row++)
        {
            List<Placed> taken = [];
            foreach (Placed label in waiting)
                if (!taken.Any(other => Meet(label.Span, other.Span)) && !waiting.Except(taken).Any(other => Crosses(other, label)))
                    taken.Add(label);
            if (taken.Count == 0)
                taken.Add(waiting[0]);
            waiting = [.. waiting.Except(taken)];
            placed.AddRange(taken.Select(label => label with { Row = row }));
        }
        return placed;
    }

    private static bool Meet((double From, double To) a, (double From, double To) b) => a.From < b.To + Gap && b.From < a.To + Gap;

    private static bool Crosses(Placed stem, Placed label) => stem != label && stem.X > label.Span.From && stem.X < label.Span.To;
}
