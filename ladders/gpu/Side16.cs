namespace Catapult.Ladders;

/// <summary>256 threads: what GPUs like.</summary>
internal readonly struct Side16 : ISide
{
    public static int Length => 16;
}
