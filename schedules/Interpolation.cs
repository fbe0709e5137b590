namespace Catapult.Schedules;

/// <summary>The formulas of <see cref="Annealing"/>, in forms that are exact at both ends.</summary>
internal static class Interpolation
{
    /// <summary>The value at a fraction from 0 (start) to 1 (end) of the way.</summary>
    public static double Between(this Annealing annealing, double start, double end, double fraction) => annealing switch
    {
        Annealing.Linear => double.Lerp(start, end, fraction),
        Annealing.Cosine => double.Lerp(start, end, Square(Math.Sin(Math.PI / 2 * fraction))),
        Annealing.Exponential => Math.Pow(start, 1 - fraction) * Math.Pow(end, fraction),
        _ => throw new ArgumentOutOfRangeException(nameof(annealing), annealing, null),
    };

    private static double Square(double x) => x * x;
}
