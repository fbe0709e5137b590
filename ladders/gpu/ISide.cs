namespace Catapult.Ladders;

/// <summary>The side of a square group of threads. Known when the kernel is compiled, so that loops over it can be unrolled and shared memory be sized.</summary>
internal interface ISide
{
    /// <summary>A power of two.</summary>
    static abstract int Length { get; }
}
