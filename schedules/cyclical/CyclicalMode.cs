namespace Catapult.Schedules;

/// <summary>How the amplitude of a <see cref="Cyclical"/> schedule changes (the three policies of 1506.01186).</summary>
public enum CyclicalMode
{
    /// <summary>It stays.</summary>
    Triangular,

    /// <summary>It halves after each cycle.</summary>
    Triangular2,

    /// <summary>It shrinks by the factor gamma at each step.</summary>
    ExpRange,
}
