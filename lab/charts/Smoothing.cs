namespace Catapult.Lab;

/// <summary>Smooths a noisy sequence for the eye.</summary>
public static class Smoothing
{
    /// <summary>
    /// The exponential moving average a = beta a + (1 - beta) x, divided by its accumulated weight, so that it starts at
    /// the first value (the bias correction of Adam). A value that is not finite stays out of the average and yields NaN.
    /// </summary>
    /// <param name="values">The sequence.</param>
    /// <param name="beta">The memory, in [0, 1): about 1 / (1 - beta) values weigh in.</param>
    public static double[] Exponential(IReadOnlyList<double> values, double beta)
    {
        double[] smoothed = new double[values.Count];
        var average = new MovingAverageOfLoss(beta);
        for (int i = 0; i < smoothed.Length; i++) smoothed[i] = double.IsFinite(values[i]) ? average.Add(values[i]) : double.NaN;
        return smoothed;
    }
}
