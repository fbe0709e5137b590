namespace Catapult.Lab;

/// <summary>The curve of a range test, one entry a step, and the rates that it suggests.</summary>
public sealed class RangeTestResult
{
    private readonly List<double> rates = [], losses = [], smoothed = [], accuracies = [];

    /// <summary>Whether the rate grew by equal differences.</summary>
    public bool IsLinear { get; init; }

    /// <summary>The rate of each step, rising.</summary>
    public IReadOnlyList<double> LearningRates => rates;

    /// <summary>The loss of each step's batch; the last one may be non-finite.</summary>
    public IReadOnlyList<double> Losses => losses;

    /// <summary>The losses, averaged.</summary>
    public IReadOnlyList<double> SmoothedLosses => smoothed;

    /// <summary>The accuracy after each step; NaN where it was not measured.</summary>
    public IReadOnlyList<double> Accuracies => accuracies;

    /// <summary>The rate of change of the smoothed loss: d loss / d ln rate, or d loss / d rate in a linear sweep, by central differences.</summary>
    public IReadOnlyList<double> Slopes()
    {
        double X(int i) => IsLinear ? rates[i] : Math.Log(rates[i]);
        double[] slopes = new double[rates.Count];
        for (int i = 0; i < slopes.Length; i++)
        {
            int before = Math.Max(0, i - 1), after = Math.Min(slopes.Length - 1, i + 1);
            slopes[i] = after > before ? (smoothed[after] - smoothed[before]) / (X(after) - X(before)) : double.NaN;
        }
        return slopes;
    }

    /// <summary>What the curve suggests.</summary>
    public RangeTestSuggestions Suggest() => RangeTestSuggestions.From(this);

    internal void Add(double rate, double loss, double average, double accuracy)
    {
        rates.Add(rate);
        losses.Add(loss);
        smoothed.Add(average);
        accuracies.Add(accuracy);
    }
}
