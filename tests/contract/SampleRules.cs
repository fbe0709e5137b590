using Catapult.Kernels;

namespace Catapult.Tests;

/// <summary>Update rules of each number of slots. The padded lanes of a tail divide 0 by 0 in some; no NaN may leak from there.</summary>
internal static class SampleRules
{
    /// <summary>w -= c0 g.</summary>
    public readonly struct NoSlot : IUpdateRule
    {
        public static int Slots => 0;

        public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T> => w -= c[0] * g;
    }

    /// <summary>Momentum, with the last coefficient in use.</summary>
    public readonly struct OneSlot : IUpdateRule
    {
        public static int Slots => 1;

        public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
        {
            s.S0 = c[1] * s.S0 + g;
            w -= c[11] * s.S0;
        }
    }

    /// <summary>Momentum over a root mean square without a term that keeps it from 0.</summary>
    public readonly struct TwoSlots : IUpdateRule
    {
        public static int Slots => 2;

        public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
        {
            s.S0 = c[1] * s.S0 + g;
            s.S1 = c[2] * s.S1 + g * g;
            w -= c[0] * s.S0 / T.Sqrt(s.S1);
        }
    }

    /// <summary>Three states of different kinds.</summary>
    public readonly struct ThreeSlots : IUpdateRule
    {
        public static int Slots => 3;

        public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
        {
            s.S0 = T.Max(s.S0, T.Abs(g));
            s.S1 = c[1] * s.S1 + g / s.S0;
            s.S2 += w;
            w -= c[0] * s.S1 + c[3] * s.S2;
        }
    }
}
