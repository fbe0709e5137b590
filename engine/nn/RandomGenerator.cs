using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>A stream of random numbers with a position that moves on with every draw and can be saved and set.</summary>
public sealed class RandomGenerator(RandomStream stream)
{
    /// <summary>The numbers.</summary>
    public RandomStream Stream => stream;

    /// <summary>The index of the next number.</summary>
    public ulong Position { get; set; }

    /// <summary>Reserves a run of numbers and returns the index of its first.</summary>
    public ulong Take(int count)
    {
        ulong start = Position;
        Position += (ulong)count;
        return start;
    }
}
