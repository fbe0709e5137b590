namespace Catapult.Engine;

/// <summary>The strokes of one drawing, flattened to short lines; the arrays are reused from drawing to drawing.</summary>
internal sealed class GlyphPath
{
    private const int LinesPerSpan = 4;
    private const int Capacity = 256;

    private int count;

    /// <summary>The horizontal places of the points of all strokes.</summary>
    public float[] X { get; } = new float[Capacity];

    /// <summary>The vertical places of the points of all strokes.</summary>
    public float[] Y { get; } = new float[Capacity];

    /// <summary>The first point and the number of points of each stroke.</summary>
    public List<(int Start, int Length)> Strokes { get; } = [];

    /// <summary>Forgets all strokes.</summary>
    public void Clear()
    {
        count = 0;
        Strokes.Clear();
    }

    /// <summary>Appends the stroke, its points in units of the digit's height.</summary>
    public void Add(GlyphForms.Stroke stroke)
    {
        int start = count, points = stroke.Points.Length / 2;
        for (int i = 0; i + 1 < points; i++)
            for (int line = 0; line < LinesPerSpan; line++)
                Append(stroke, points, i, line / (float)LinesPerSpan);
        Append(stroke, points, points - 2, 1);
        Strokes.Add((start, count - start));
    }

    /// <summary>Appends one straight line.</summary>
    public void Add(float x0, float y0, float x1, float y1)
    {
        Strokes.Add((count, 2));
        (X[count], Y[count]) = (x0, y0);
        (X[count + 1], Y[count + 1]) = (x1, y1);
        count += 2;
    }

    /// <summary>Moves every point.</summary>
    public void Move(in GlyphWarp warp)
    {
        for (int i = 0; i < count; i++) (X[i], Y[i]) = warp.Apply(X[i], Y[i]);
    }

    private void Append(GlyphForms.Stroke stroke, int points, int span, float t)
    {
        X[count] = Between(stroke, points, span, t, 0) / 100;
        Y[count] = Between(stroke, points, span, t, 1) / 100;
        count++;
    }

    /// <summary>The place at t of the span, on a line or on the uniform Catmull-Rom cubic.</summary>
    private static float Between(GlyphForms.Stroke stroke, int points, int span, float t, int axis)
    {
        float b = stroke.Points[2 * span + axis], c = stroke.Points[2 * span + 2 + axis];
        if (!stroke.Smooth) return b + t * (c - b);
        float a = Neighbour(stroke, points, span - 1, b, axis), d = Neighbour(stroke, points, span + 2, c, axis);
        return b + 0.5f * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }

    /// <summary>The point before the first or after the last: round the corner of a closed curve, else the end itself.</summary>
    private static float Neighbour(GlyphForms.Stroke stroke, int points, int index, float end, int axis)
    {
        if (index >= 0 && index < points) return stroke.Points[2 * index + axis];
        bool closed = stroke.Points[0] == stroke.Points[^2] && stroke.Points[1] == stroke.Points[^1];
        if (!closed) return end;
        return stroke.Points[2 * (index < 0 ? points - 2 : 1) + axis];
    }
}
