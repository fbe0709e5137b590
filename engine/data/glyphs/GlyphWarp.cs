using System.Runtime.CompilerServices;

namespace Catapult.Engine;

/// <summary>
/// How a hand distorts a digit: a bilinear field of small shifts, then aspect, slant, rotation, scale and place. A field
/// moves strokes that touch together, so that they still touch.
/// </summary>
internal readonly struct GlyphWarp
{
    private const int Knots = 3;

    private readonly Shifts shiftX;
    private readonly Shifts shiftY;
    private readonly float xx, xy, yx, yy, placeX, placeY;

    /// <summary>Draws a warp.</summary>
    public GlyphWarp(ref GlyphDice dice)
    {
        for (int i = 0; i < Knots * Knots; i++)
        {
            shiftX[i] = dice.Between(-0.09f, 0.09f);
            shiftY[i] = dice.Between(-0.09f, 0.09f);
        }

        float height = dice.Between(14, 23), width = height * dice.Between(0.72f, 1.15f), slant = dice.Between(-0.35f, 0.35f);
        // The rational parametrization of the circle, t = tan(angle / 2), needs no sine.
        float t = dice.Between(-0.14f, 0.14f);
        float cos = (1 - t * t) / (1 + t * t), sin = 2 * t / (1 + t * t);
        (xx, xy) = (cos * width, -sin * height - cos * slant * height);
        (yx, yy) = (sin * width, cos * height - sin * slant * height);
        float freedom = 0.5f * (GlyphCanvas.Side - height);
        placeX = 0.5f * GlyphCanvas.Side + freedom * dice.Between(-0.8f, 0.8f);
        placeY = 0.5f * GlyphCanvas.Side + freedom * dice.Between(-0.7f, 0.7f);
    }

    /// <summary>The pixel place of a point in units of the digit's height.</summary>
    public (float X, float Y) Apply(float x, float y)
    {
        float u = Math.Clamp(x + 0.5f, 0, 1) * (Knots - 1), v = Math.Clamp(y + 0.5f, 0, 1) * (Knots - 1);
        int i = Math.Min((int)u, Knots - 2), j = Math.Min((int)v, Knots - 2);
        (u, v) = (u - i, v - j);
        x += Blend(shiftX, j * Knots + i, u, v);
        y += Blend(shiftY, j * Knots + i, u, v);
        return (xx * x + xy * y + placeX, yx * x + yy * y + placeY);
    }

    private static float Blend(in Shifts shifts, int corner, float u, float v) =>
        (1 - v) * ((1 - u) * shifts[corner] + u * shifts[corner + 1])
        + v * ((1 - u) * shifts[corner + Knots] + u * shifts[corner + Knots + 1]);

    [InlineArray(Knots * Knots)]
    private struct Shifts
    {
        private float first;
    }
}
