using System.Globalization;
using System.Numerics;
using Catapult.Kernels;

namespace Catapult.Cli;

/// <summary>The ways in which values are written on the command line; numbers are in the invariant culture.</summary>
internal static class Syntax
{
    /// <summary>A switch without a value: stating it turns it on.</summary>
    public static ValueSyntax<bool> Switch { get; } = new("", (_, _) => true);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static ValueSyntax<bool> Truth { get; } = new(
        "true|false", (option, text) => bool.TryParse(text, out bool value) ? value : throw Wrong(option, "true or false", text));

    /// <summary>A folder that exists or will be made.</summary>
    public static ValueSyntax<string?> Folder { get; } = new(
        "DIR", (option, text) => text.Trim().Length > 0 ? text : throw Wrong(option, "the name of a folder", text));

    /// <summary>A file that will be written.</summary>
    public static ValueSyntax<string?> File { get; } = new(
        "FILE", (option, text) => text.Trim().Length > 0 ? text : throw Wrong(option, "the name of a file", text));

    /// <summary>An absolute http or https address.</summary>
    public static ValueSyntax<Uri?> Address { get; } = new(
        "URL", (option, text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? address
            : throw Wrong(option, "an http or https address", text));

    /// <summary>A learning rate above 0, or <c>auto</c>, which is null.</summary>
    public static ValueSyntax<double?> LearningRateOrAuto { get; } = new(
        "X|auto", (option, text) => text == "auto" ? null : Number(option, text, "auto or a number greater than 0", x => x > 0));

    /// <summary>A finite number above 0.</summary>
    public static ValueSyntax<double> Positive { get; } = Real("a number greater than 0", x => x > 0);

    /// <summary>A finite number, 0 or above.</summary>
    public static ValueSyntax<double> NotNegative { get; } = Real("a number of 0 or more", x => x >= 0);

    /// <summary>A number in [0, 1).</summary>
    public static ValueSyntax<double> Fraction { get; } = Real("a number from 0 to less than 1", x => x is >= 0 and < 1);

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public static ValueSyntax<T> Whole<T>(T min, T max) where T : struct, IBinaryInteger<T> => new(
        "N", (option, text) => T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out T value)
                && value >= min && value <= max
            ? value
            : throw Wrong(option, $"a whole number from {min} to {max}", text));

    /// <summary>A whole number, at least <paramref name="min"/>.</summary>
    public static ValueSyntax<T> Whole<T>(T min) where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => Whole(min, T.MaxValue);

    /// <summary>One of the names; the error suggests the nearest.</summary>
    public static ValueSyntax<string> OneOf(IReadOnlyList<string> names) => new(
        "NAME", (option, text) => names.Contains(text)
            ? text
            : throw new InputException(
                $"{option} must be one of {string.Join(", ", names)}, not '{text}'{NearestName.Suggestion(text, names)}."))
    { Choices = names };

    /// <summary>The same syntax for a name that may be left unset.</summary>
    public static ValueSyntax<string?> OrUnset(this ValueSyntax<string> syntax) => new(syntax.HelpName, (option, text) => syntax.Parse(option, text)) { Choices = syntax.Choices };

    /// <summary>The same syntax for a value that may be left unset.</summary>
    public static ValueSyntax<T?> OrUnset<T>(this ValueSyntax<T> syntax) where T : struct =>
        new(syntax.HelpName, (option, text) => syntax.Parse(option, text)) { Choices = syntax.Choices };

    private static ValueSyntax<double> Real(string range, Func<double, bool> legal) =>
        new("X", (option, text) => Number(option, text, range, legal));

    private static double Number(string option, string text, string range, Func<double, bool> legal) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) && legal(value)
            ? value
            : throw Wrong(option, range, text);

    private static InputException Wrong(string option, string expected, string text) =>
        new($"{option} must be {expected}, not '{text}'.");
}
