namespace Catapult.Engine;

/// <summary>
/// Ink on a square of pixels. A line is laid by its distance to each pixel near it, which makes the edges smooth: the
/// cover is 1 within the pen's radius less half a pixel, 0 half a pixel outside, linear between.
/// </summary>
internal sealed class GlyphCanvas
{
    /// <summary>The height and width, in pixels.</summary>
    public const int Side = 28;

    private readonly float[] squaredDistance = new float[Side * Side];

    /// <summary>The ink of each pixel, in [0, 1].</summary>
    public float[] Ink { get; } = new float[Side * Side];

    /// <summary>Takes all ink away.</summary>
    public void Clear() => Array.Clear(Ink);

    /// <summary>Lays a path of the given strength over the ink that is there, the darker of the two winning.</summary>
    public void Draw(GlyphPath path, float radius, float strength)
    {
        float reach = radius + 0.5f;
        squaredDistance.AsSpan().Fill(reach * reach);
        foreach (var (start, length) in path.Strokes)
            for (int i = start + 1; i < start + length; i++)
                Measure(path.X[i - 1], path.Y[i - 1], path.X[i], path.Y[i], reach);
        for (int i = 0; i < Ink.Length; i++)
        {
            float cover = Math.Min(reach - MathF.Sqrt(squaredDistance[i]), 1) * strength;
            if (cover > Ink[i]) Ink[i] = cover;
        }
    }

    private void Measure(float x0, float y0, float x1, float y1, float reach)
    {
        float dx = x1 - x0, dy = y1 - y0, squaredLength = dx * dx + dy * dy;
        float scale = squaredLength > 0 ? 1 / squaredLength : 0;
        int left = Math.Max((int)(Math.Min(x0, x1) - reach), 0), right = Math.Min((int)(Math.Max(x0, x1) + reach), Side - 1);
        int top = Math.Max((int)(Math.Min(y0, y1) - reach), 0), bottom = Math.Min((int)(Math.Max(y0, y1) + reach), Side - 1);
        for (int y = top; y <= bottom; y++)
        {
            float py = y + 0.5f - y0;
            for (int x = left; x <= right; x++)
            {
                float px = x + 0.5f - x0;
                float along = Math.Clamp((px * dx + py * dy) * scale, 0, 1);
                float ex = px - along * dx, ey = py - along * dy;
                float squared = ex * ex + ey * ey;
                ref float least = ref squaredDistance[y * Side + x];
                if (squared < least) least = squared;
            }
        }
    }
}
