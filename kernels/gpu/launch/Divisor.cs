using System.Numerics;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// Division of a number from 0 to 2^31 - 1 by one that the program knows before the launch: a product, a sum and a shift, where a GPU's own division is
/// some twenty instructions (Granlund and Montgomery 1994).
/// </summary>
internal readonly struct Divisor
{
    private readonly uint multiplier;
    private readonly int shift, divisor;

    public Divisor(int divisor)
    {
        divisor = Math.Max(divisor, 1);
        this.divisor = divisor;
        shift = 32 - BitOperations.LeadingZeroCount((uint)divisor - 1);
        multiplier = (uint)(((1ul << 32) * ((1ul << shift) - (ulong)divisor)) / (ulong)divisor + 1);
    }

    /// <summary>n / divisor, rounded down.</summary>
    public static int operator /(int n, Divisor by) => (int)((uint)(((ulong)(uint)n * by.multiplier) >> 32) + (uint)n >> by.shift);

    /// <summary>n - n / divisor * divisor.</summary>
    public static int operator %(int n, Divisor by) => n - n / by * by.divisor;
}
