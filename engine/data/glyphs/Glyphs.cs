using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>
/// The data set that needs no file: the digits 0 to 9 drawn from strokes, on 28x28 grey pixels, with random form, slant,
/// rotation, size, place and pen, stray strokes and noise. Classes come in turn, so that any prefix is balanced.
/// </summary>
/// <remarks>
/// Each image is a pure function of (seed, part, index), whatever the number of threads. The same seed gives the same
/// bytes on every machine: drawing rests on +, -, *, / and square roots of 32-bit floats alone, which IEEE 754 rounds
/// exactly and the JIT neither reorders nor fuses, and on Philox.
/// </remarks>
public static class Glyphs
{
    /// <summary>The number of classes.</summary>
    public const int Classes = 10;

    private const ulong Purpose = 0x676C79706873; // "glyphs", in ASCII

    private static readonly string[] Names = [.. Enumerable.Range(0, Classes).Select(digit => $"{digit}")];

    /// <summary>Draws the data set.</summary>
    /// <param name="seed">Which of the data sets.</param>
    /// <param name="train">How many images to learn from.</param>
    /// <param name="test">How many images to judge by, drawn from the same distribution.</param>
    /// <param name="threads">How many threads draw; all processors when null. The images do not depend on it.</param>
    public static ImageDatasets Generate(ulong seed, int train = 20_000, int test = 4_000, int? threads = null)
    {
        var random = new RandomStream(seed, Purpose);
        return new(
            Generate("glyphs train", random.Fork(0), train, threads),
            Generate("glyphs test", random.Fork(1), test, threads));
    }

    private static ImageDataset Generate(string name, RandomStream random, int count, int? threads)
    {
        const int size = GlyphCanvas.Side * GlyphCanvas.Side;
        var images = new byte[count * size];
        Parallel.For(
            0, count, new ParallelOptions { MaxDegreeOfParallelism = threads ?? -1 },
            () => new GlyphPainter(),
            (i, _, painter) =>
            {
                painter.Paint(i % Classes, random.Fork((ulong)i), images.AsSpan(i * size, size));
                return painter;
            },
            _ => { });
        int[] labels = [.. Enumerable.Range(0, count).Select(i => i % Classes)];
        return new(name, images, labels, GlyphCanvas.Side, GlyphCanvas.Side, 1, Names);
    }
}
