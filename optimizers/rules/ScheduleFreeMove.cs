using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>The move that schedule-free methods share, along whatever direction: see <see cref="ScheduleFreeRule"/>.</summary>
internal static class ScheduleFreeMove
{
    /// <summary>Moves y and z - y along u.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply<T>(in Coefficients<T> c, ref T y, T u, ref Slots<T> s) where T : struct, ILane<T>
    {
        T share = c[3], inner = c[4], outer = c[5];
        y = y + share * s.S0 - outer * u;
        s.S0 = (T.One - share) * (s.S0 - inner * u);
    }
}
