namespace Catapult.Lab;

/// <summary>An exponential moving average whose bias toward 0 at the start is corrected, as Adam corrects its moments.</summary>
public sealed class MovingAverageOfLoss(double decay)
{
    private double average, weight;

    /// <summary>Takes a value in and returns the average so far.</summary>
    public double Add(double value)
    {
        average = decay * average + (1 - decay) * value;
        weight = decay * weight + (1 - decay);
        return average / weight;
    }
}
