using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// The two moving averages of Adam and its kin: m = b1 * m + (1 - b1) * d in the first slot and v = b2 * v + (1 - b2) * d² in the second, with
/// b1, 1 - b1, b2 and 1 - b2 behind the coefficients of <see cref="Descent"/>. A rule's own coefficients follow from c[<see cref="End"/>].
/// </summary>
internal static class Moments
{
    /// <summary>Where the coefficients of the averages end.</summary>
    public const int End = Descent.Count + 4;

    /// <summary>Moves both averages on along d.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Follow<T>(in Coefficients<T> c, T d, ref Slots<T> s) where T : struct, ILane<T>
    {
        T b1 = c[3], intake1 = c[4], b2 = c[5], intake2 = c[6];
        s.S0 = T.MultiplyAdd(b1, s.S0, intake1 * d);
        s.S1 = T.MultiplyAdd(b2, s.S1, intake2 * d * d);
    }

    /// <summary>Fills in the coefficients and returns what each average is divided by to correct its bias towards 0: 1 - b1^t and 1 - b2^t.</summary>
    public static (double First, double Second) Fill(double b1, double b2, long step, Span<double> c)
    {
        (c[3], c[4], c[5], c[6]) = (b1, 1 - b1, b2, 1 - b2);
        return (1 - Math.Pow(b1, step), 1 - Math.Pow(b2, step));
    }
}
