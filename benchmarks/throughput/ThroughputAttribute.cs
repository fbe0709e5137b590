namespace Catapult.Benchmarks;

/// <summary>Says how much work one operation of a benchmark does.</summary>
/// <param name="unit">What is counted, such as "GFLOP"; a multiply-add counts as two FLOP.</param>
/// <param name="work">The property of the suite that gives the count for its parameters.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ThroughputAttribute(string unit, string work) : Attribute
{
    /// <summary>What is counted.</summary>
    public string Unit => unit;

    /// <summary>The property of the suite that counts it.</summary>
    public string Work => work;
}
