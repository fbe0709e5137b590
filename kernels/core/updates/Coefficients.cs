using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>
/// The numbers of an update rule, broadcast to a lane: <c>c[0]</c>, <c>c[1]</c>, ... in the order in which the optimizer gave them.
/// Plain fields, not an array, so that they live in registers on every backend.
/// </summary>
public readonly struct Coefficients<T> where T : struct, ILane<T>
{
    /// <summary>The largest number of coefficients.</summary>
    public const int Max = 12;

    private readonly T c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11;

    /// <summary>Broadcasts the given numbers; the rest are 0.</summary>
    /// <exception cref="ArgumentException">More than <see cref="Max"/> numbers.</exception>
    public Coefficients(ReadOnlySpan<double> values)
    {
        if (values.Length > Max) throw new ArgumentException($"An update rule has at most {Max} coefficients, not {values.Length}.", nameof(values));
        (c0, c1, c2, c3, c4, c5) = (Lane(values, 0), Lane(values, 1), Lane(values, 2), Lane(values, 3), Lane(values, 4), Lane(values, 5));
        (c6, c7, c8, c9, c10, c11) = (Lane(values, 6), Lane(values, 7), Lane(values, 8), Lane(values, 9), Lane(values, 10), Lane(values, 11));
    }

    /// <summary>The coefficient at a constant place.</summary>
    public T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => index switch { 0 => c0, 1 => c1, 2 => c2, 3 => c3, 4 => c4, 5 => c5, 6 => c6, 7 => c7, 8 => c8, 9 => c9, 10 => c10, _ => c11 };
    }

    private static T Lane(ReadOnlySpan<double> values, int index) => index < values.Length ? T.Const(values[index]) : T.Zero;
}
