using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>Draws one image at a time: the digit, the clutter, the paper. One painter a thread.</summary>
internal sealed class GlyphPainter
{
    private const int MostClutter = 4;

    private readonly GlyphCanvas canvas = new();
    private readonly GlyphPath path = new();

    /// <summary>Writes the image of a digit, the same for the same random stream.</summary>
    public void Paint(int digit, RandomStream random, Span<byte> image)
    {
        var dice = new GlyphDice(random.Fork(0));
        canvas.Clear();
        float strength = dice.Between(0.6f, 1);
        DrawDigit(digit, strength, ref dice);
        DrawClutter(strength, ref dice);
        Develop(dice.Between(0, 40), dice.Between(8, 40), random.Fork(1), image);
    }

    private void DrawDigit(int digit, float strength, ref GlyphDice dice)
    {
        var forms = GlyphForms.OfDigit[digit];
        path.Clear();
        foreach (var stroke in forms[dice.Below(forms.Length)]) path.Add(stroke);
        path.Move(new GlyphWarp(ref dice));
        canvas.Draw(path, dice.Between(0.6f, 1.7f), strength);
    }

    /// <summary>Short strokes and dots, thin and fainter than the digit, so that they never make another digit of it.</summary>
    private void DrawClutter(float strength, ref GlyphDice dice)
    {
        int strokes = dice.Below(MostClutter + 1);
        for (int i = 0; i < strokes; i++)
        {
            float x = dice.Between(0, GlyphCanvas.Side), y = dice.Between(0, GlyphCanvas.Side);
            path.Clear();
            path.Add(x, y, x + dice.Between(-5, 5), y + dice.Between(-5, 5));
            canvas.Draw(path, dice.Between(0.4f, 0.9f), strength * dice.Between(0.3f, 0.7f));
        }
    }

    /// <summary>
    /// Turns ink into bytes: paper + ink, and noise of a triangular distribution on (-noise, noise), the difference of two
    /// random bytes, four pixels to each two words.
    /// </summary>
    private void Develop(float paper, float noise, RandomStream random, Span<byte> image)
    {
        const int pixelsPerBlock = 8;
        float grain = noise / 256, span = 255 - paper;
        for (int i = 0; i < image.Length; i += pixelsPerBlock)
        {
            var (x, y, z, w) = random.Block((ulong)(i / pixelsPerBlock));
            ulong plus = x | (ulong)y << 32, minus = z | (ulong)w << 32;
            for (int k = i; k < i + pixelsPerBlock; k++, plus >>= 8, minus >>= 8)
            {
                float value = paper + span * canvas.Ink[k] + grain * ((int)(plus & 255) - (int)(minus & 255));
                image[k] = (byte)Math.Clamp(value + 0.5f, 0, 255);
            }
        }
    }
}
