using System.Runtime.CompilerServices;

namespace Catapult.Schedules;

/// <summary>Checks of the arguments of schedules: each returns the value or throws, naming it and what is allowed.</summary>
internal static class Require
{
    public static double NonNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) && value >= 0 ? value : throw Outside(name, value, "finite and at least 0");

    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) && value > 0 ? value : throw Outside(name, value, "finite and above 0");

    public static double AtLeastOne(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) && value >= 1 ? value : throw Outside(name, value, "finite and at least 1");

    public static double Fraction(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= 1 ? value : throw Outside(name, value, "from 0 to 1");

    public static double Decay(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is > 0 and <= 1 ? value : throw Outside(name, value, "above 0 and at most 1");

    public static int Count(int value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0 ? value : throw Outside(name, value, "at least 0");

    public static int Positive(int value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 1 ? value : throw Outside(name, value, "at least 1");

    /// <summary>A number of steps; up to 2^53 they are exact as doubles, and sums of a thousand of them fit a long.</summary>
    public static long Steps(long value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 1 and <= 1L << 53 ? value : throw Outside(name, value, "from 1 to 2^53");

    /// <summary>The length of a schedule that must end to be composed.</summary>
    public static long Ending(Schedule schedule) => schedule.Length
        ?? throw new ArgumentException($"{schedule} never ends, so nothing can follow it; bound it with For(steps) first.");

    private static ArgumentOutOfRangeException Outside(string name, object value, string allowed) =>
        new(name, value, $"{name} is {value}, but must be {allowed}.");
}
