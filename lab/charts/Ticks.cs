namespace Catapult.Lab;

/// <summary>
/// Places ticks where people count: steps of 1, 2 or 5 times a power of ten on a linear axis, whole decades with their
/// multiples on a logarithmic one.
/// </summary>
public static class Ticks
{
    private const double Slack = 1e-9;
    private static readonly int[] AllMultiples = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    private static readonly int[] NiceMultiples = [1, 2, 5];

    /// <summary>Widens a span to the next ticks outside, so that the ticks enclose the data.</summary>
    /// <param name="scale">The span of the data.</param>
    /// <param name="target">About how many intervals to aim at.</param>
    /// <param name="wholeNumbers">Ticks at integers only.</param>
    /// <returns>The wider span and its ticks in rising order.</returns>
    public static (Scale Scale, IReadOnlyList<Tick> Ticks) Enclose(Scale scale, int target, bool wholeNumbers = false)
    {
        if (scale.Kind == AxisScale.Log10)
        {
            Scale nice = scale with { Low = NiceBelow(scale.Low), High = 1 / NiceBelow(1 / scale.High) };
            return (nice, Logarithmic(nice, target));
        }
        double step = Step(scale, target, wholeNumbers);
        Scale wide = scale with
        {
            Low = Math.Floor(scale.Low / step + Slack) * step,
            High = Math.Ceiling(scale.High / step - Slack) * step,
        };
        return (wide, Linear(wide, step));
    }

    /// <summary>The ticks within a span, in rising order.</summary>
    /// <param name="scale">The span.</param>
    /// <param name="target">About how many labels to aim at.</param>
    /// <param name="wholeNumbers">Ticks at integers only.</param>
    public static IReadOnlyList<Tick> Within(Scale scale, int target, bool wholeNumbers = false) =>
        scale.Kind == AxisScale.Linear ? Linear(scale, Step(scale, target, wholeNumbers)) : Logarithmic(scale, target);

    private static List<Tick> Linear(Scale scale, double step)
    {
        double greatest = Math.Max(Math.Abs(scale.Low), Math.Abs(scale.High));
        List<Tick> ticks = [];
        for (double i = Math.Ceiling(scale.Low / step - Slack); i <= scale.High / step + Slack; i++)
            ticks.Add(new Tick(i * step, ShortNumber.OnAxis(i * step, step, greatest)));
        return ticks;
    }

    private static List<Tick> Logarithmic(Scale scale, int target)
    {
        double decades = Math.Log10(scale.High / scale.Low);
        if (decades < 0.4)
            return Linear(scale, Step(scale, target, wholeNumbers: false));
        int every = (int)Math.Ceiling(decades / target);
        int[] labelled = decades < 0.7 ? AllMultiples : decades <= target / 2.0 ? NiceMultiples : [1];
        List<Tick> ticks = [];
        for (int exponent = Exponent(scale.Low); exponent <= Exponent(scale.High); exponent++)
            foreach (int multiple in every == 1 ? AllMultiples : [1])
            {
                double value = multiple * Math.Pow(10, exponent);
                if (value < scale.Low * (1 - Slack) || value > scale.High * (1 + Slack))
                    continue;
                bool label = labelled.Contains(multiple) && exponent % every == 0;
                ticks.Add(new Tick(value, label ? ShortNumber.Of(value, digits: 1) : ""));
            }
        return ticks;
    }

    private static double Step(Scale scale, int target, bool wholeNumbers)
    {
        double rough = (scale.High - scale.Low) / target;
        double unit = Math.Pow(10, Exponent(rough));
        double step = unit * (rough <= unit * (1 + Slack) ? 1 : rough <= 2 * unit ? 2 : rough <= 5 * unit ? 5 : 10);
        return wholeNumbers ? Math.Max(1, step) : step;
    }

    private static double NiceBelow(double value)
    {
        double unit = Math.Pow(10, Exponent(value));
        return unit * NiceMultiples.Last(multiple => multiple * unit <= value * (1 + Slack));
    }

    private static int Exponent(double value) => (int)Math.Floor(Math.Log10(value) + Slack);
}
