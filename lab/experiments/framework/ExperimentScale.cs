namespace Catapult.Lab;

/// <summary>How large an experiment is run.</summary>
public enum ExperimentScale
{
    /// <summary>Seconds: everything runs, and the figures mean little.</summary>
    Smoke,

    /// <summary>Minutes on two processors: the phenomenon shows.</summary>
    Cpu,

    /// <summary>The setting of the source, for a GPU.</summary>
    Full,
}
