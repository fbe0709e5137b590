namespace Catapult.Schedules;

/// <summary>How the improvement that counts is measured.</summary>
public enum ThresholdMode
{
    /// <summary>As a share of the best metric's magnitude.</summary>
    Relative,

    /// <summary>In the metric's own units.</summary>
    Absolute,
}
