namespace Catapult.Lab;

/// <summary>How an axis maps its values to the picture.</summary>
public enum AxisScale
{
    /// <summary>Equal distances are equal differences.</summary>
    Linear,

    /// <summary>Equal distances are equal ratios (base 10); values that are not positive cannot be drawn.</summary>
    Log10,
}
