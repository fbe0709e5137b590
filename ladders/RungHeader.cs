using System.Globalization;
using System.Text.RegularExpressions;

namespace Catapult.Ladders;

/// <summary>What the head of a rung's file says.</summary>
/// <param name="Changed">What is different from the rung before.</param>
/// <param name="Predicted">The speed-up over the rung before that was expected, and the bottleneck that was seen behind it.</param>
/// <param name="Measured">The speed that was measured, with machine and date.</param>
/// <param name="NotFaster">Why it is not faster than the rung before; null where it is.</param>
public sealed partial record RungHeader(string Changed, string Predicted, string Measured, string? NotFaster)
{
    /// <summary>The beginning of the line that a measurement rewrites.</summary>
    public const string MeasuredStart = "/// <para>Measured: ";

    /// <summary>The predicted speed-up over the rung before; null on the first rung.</summary>
    public double? PredictedFactor => Factor().Match(Predicted) is { Success: true } match ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>Reads the head of a file.</summary>
    /// <exception cref="FormatException">A part is missing.</exception>
    public static RungHeader Parse(string source)
    {
        Dictionary<string, string> parts = Part().Matches(source).ToDictionary(match => match.Groups["name"].Value, match => Text(match.Groups["text"].Value));
        return new(Needed("Changed"), Needed("Predicted"), Needed("Measured"), parts.GetValueOrDefault("Not faster"));

        string Needed(string part) => parts.GetValueOrDefault(part) ?? throw new FormatException($"The head of the file has no part '{part}:'.");
    }

    private static string Text(string commented) => CommentBreak().Replace(commented, " ").Trim();

    [GeneratedRegex(@"^/// <para>(?<name>Changed|Predicted|Measured|Not faster): (?<text>.*?)</para>", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Part();

    [GeneratedRegex(@"\s*\n/// ")]
    private static partial Regex CommentBreak();

    [GeneratedRegex(@"^([\d.]+) times")]
    private static partial Regex Factor();
}
