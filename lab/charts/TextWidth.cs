namespace Catapult.Lab;

/// <summary>
/// Estimates how wide a text will be drawn. The reader's font is unknown, so the estimate follows one of the wider
/// sans-serif faces: room is left over rather than text cut off.
/// </summary>
public static class TextWidth
{
    /// <summary>Width in pixels.</summary>
    /// <param name="text">One line.</param>
    /// <param name="size">Font size in pixels.</param>
    public static double Of(string text, double size) => size * text.Sum(Em);

    /// <summary>The text if it fits, otherwise its beginning and an ellipsis.</summary>
    public static string Fit(string text, double size, double width)
    {
        if (Of(text, size) <= width)
            return text;
        double room = width / size - Em('…');
        int length = 0;
        while (length < text.Length && (room -= Em(text[length])) >= 0)
            length++;
        return text[..length].TrimEnd() + "…";
    }

    private static double Em(char c) => c switch
    {
        'i' or 'j' or 'l' or 't' or 'f' or 'r' or 'I' or ' ' or '.' or ',' or ':' or ';' or '|' or '\'' or '(' or ')' or '-' or '/' => 0.41,
        'm' or 'w' or 'M' or 'W' or '%' or '@' or '…' => 1,
        >= 'A' and <= 'Z' => 0.74,
        > '\u2e7f' => 1,
        _ => 0.64,
    };
}
