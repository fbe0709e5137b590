using System.Globalization;

namespace Catapult.Lab;

/// <summary>Numbers in few characters, the same in every culture: 0.05, 3e-4, 20k, 1.5M.</summary>
public static class ShortNumber
{
    private const double LeastFixed = 0.995e-2;
    private static readonly string[] Suffixes = ["", "k", "M", "G", "T"];

    /// <summary>A value to a number of significant digits; from 10,000 on with k, M, G or T, below 0.01 with an exponent.</summary>
    public static string Of(double value, int digits = 3)
    {
        double size = Math.Abs(value);
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
        if (size != 0 && (size < LeastFixed || size >= 1e15))
            return Scientific(value, digits - 1);
        (double scaled, string suffix) = Scaled(value, size);
        double magnitude = scaled == 0 ? 0 : Math.Floor(Math.Log10(Math.Abs(scaled)) + 1e-9);
        int decimals = Math.Clamp(digits - 1 - (int)magnitude, 0, 15);
        return Trimmed(scaled, decimals) + suffix;
    }

    /// <summary>The label of a tick, written like its neighbours: one suffix or exponent form for the whole axis.</summary>
    /// <param name="value">The tick.</param>
    /// <param name="step">The distance between ticks, which decides the decimals.</param>
    /// <param name="greatest">The greatest magnitude on the axis, which decides the form.</param>
    public static string OnAxis(double value, double step, double greatest)
    {
        if (Math.Abs(value) < step / 2)
            return "0";
        if (greatest < LeastFixed || greatest >= 1e15)
            return Scientific(value, Math.Clamp(Decimals(step / Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value)) + 1e-9))), 0, 6));
        (double scaled, string suffix) = Scaled(value, greatest);
        return scaled.ToString("F" + Decimals(step * scaled / value), CultureInfo.InvariantCulture) + suffix;
    }

    private static (double Scaled, string Suffix) Scaled(double value, double size)
    {
        int power = size < 1e4 ? 0 : Math.Min(Suffixes.Length - 1, (int)Math.Floor((Math.Log10(size) + 1e-9) / 3));
        return (value / Math.Pow(1000, power), Suffixes[power]);
    }

    private static int Decimals(double step) => Math.Clamp((int)-Math.Floor(Math.Log10(step) + 1e-9), 0, 12);

    private static string Scientific(double value, int decimals)
    {
        string text = value.ToString("e" + decimals, CultureInfo.InvariantCulture);
        int split = text.IndexOf('e', StringComparison.Ordinal);
        string mantissa = text[..split];
        if (mantissa.Contains('.', StringComparison.Ordinal))
            mantissa = mantissa.TrimEnd('0').TrimEnd('.');
        return $"{mantissa}e{int.Parse(text[(split + 1)..], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)}";
    }

    private static string Trimmed(double value, int decimals)
    {
        string text = value.ToString("F" + decimals, CultureInfo.InvariantCulture);
        return decimals == 0 ? text : text.TrimEnd('0').TrimEnd('.');
    }
}
