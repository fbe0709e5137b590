namespace Catapult.Schedules;

/// <summary>Which way a metric improves.</summary>
public enum PlateauMode
{
    /// <summary>Lower is better: a loss.</summary>
    Min,

    /// <summary>Higher is better: an accuracy.</summary>
    Max,
}
