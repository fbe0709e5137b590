namespace Catapult.Schedules;

/// <summary>The curve from one value to another.</summary>
public enum Annealing
{
    /// <summary>A straight line: a + (b - a) f.</summary>
    Linear,

    /// <summary>Half a cosine wave, flat at both ends: a + (b - a) (1 - cos(pi f)) / 2.</summary>
    Cosine,

    /// <summary>A straight line in the logarithm: a^(1 - f) b^f.</summary>
    Exponential,
}
