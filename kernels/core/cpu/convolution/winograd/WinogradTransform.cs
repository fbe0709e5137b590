using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>
/// The transforms of Winograd's minimal filtering F(4x4, 3x3) (Lavin and Gray 2015), a vector of channels at a time: 16 outputs of a 3x3 correlation
/// from 36 products instead of 144. They evaluate polynomials at 0, 1, -1, 2, -2 and infinity. A tile of 6x6 inputs d becomes B'dB, a kernel g becomes
/// GgG', and their products m become the 4x4 outputs A'mA, with
/// B' = [4 0 -5 0 1 0; 0 -4 -4 1 1 0; 0 4 -4 -1 1 0; 0 -2 -1 2 1 0; 0 2 -1 -2 1 0; 0 4 0 -5 0 1],
/// G = [1/4 0 0; -1/6 -1/6 -1/6; -1/6 1/6 -1/6; 1/24 1/12 1/6; 1/24 -1/12 1/6; 0 0 1],
/// A' = [1 1 1 1 1 0; 0 1 -1 2 -2 0; 0 1 1 4 4 0; 0 1 -1 8 -8 1].
/// The weight gradient is the correlation of the same inputs with tiles of 4x4 output gradients, which have 3x3 results: F(3x3, 4x4) at the same points,
/// with a fourth column [0; -1/6; 1/6; 1/3; -1/3; 1] in G (its third ending in 0) and A' cut to three rows, the last ending in 1.
/// </summary>
internal static unsafe class WinogradTransform<E, V> where E : unmanaged where V : struct, IVectorLane<V, E>
{
    /// <summary>Products of a tile.</summary>
    public const int Points = Window * Window;

    private const int Tile = WinogradTiles.Tile, Window = WinogradTiles.Window, Taps = 3;

    /// <summary>B'dB; from one row, column and product to the next in elements.</summary>
    public static void Input(E* d, nint row, nint column, E* target, nint point)
    {
        nint v = V.Count;
        E* space = stackalloc E[(Points + 1) * V.Count], work = V.Align(space);
        for (int j = 0; j < Window; j++) InputLine(d + j * column, row, work + j * v, Window * v);
        for (int i = 0; i < Window; i++) InputLine(work + i * Window * v, v, target + i * Window * point, point);
    }

    /// <summary>A'mA plus a bias: 4x4 outputs; from one row and column to the next in elements.</summary>
    public static void Output(E* m, nint point, V bias, E* y, nint row, nint column)
    {
        nint v = V.Count;
        E* space = stackalloc E[(Tile * Window + 1) * V.Count], work = V.Align(space);
        for (int j = 0; j < Window; j++) OutputLine(m + j * point, Window * point, V.Zero, work + j * v, Window * v);
        for (int i = 0; i < Tile; i++) OutputLine(work + i * Window * v, v, bias, y + i * row, column);
    }

    /// <summary>GgG' of a kernel (3, 3).</summary>
    public static void Kernel(E* g, nint row, nint column, E* target, nint point)
    {
        nint v = V.Count;
        E* space = stackalloc E[(Window * Taps + 1) * V.Count], work = V.Align(space);
        for (int j = 0; j < Taps; j++) KernelLine(g + j * column, row, work + j * v, Taps * v);
        for (int i = 0; i < Window; i++) KernelLine(work + i * Taps * v, v, target + i * Window * point, point);
    }

    /// <summary>G of F(3x3, 4x4) on both sides of 4x4 output gradients.</summary>
    public static void Gradient(E* dy, nint row, nint column, E* target, nint point)
    {
        nint v = V.Count;
        E* space = stackalloc E[(Window * Tile + 1) * V.Count], work = V.Align(space);
        for (int j = 0; j < Tile; j++) GradientLine(dy + j * column, row, work + j * v, Tile * v);
        for (int i = 0; i < Window; i++) GradientLine(work + i * Tile * v, v, target + i * Window * point, point);
    }

    /// <summary>A' of F(3x3, 4x4) on both sides of the products: the 3x3 weight gradients; from one row and column of taps to the next in elements.</summary>
    public static void Weights(E* m, nint point, E* dw, nint row, nint column)
    {
        nint v = V.Count;
        E* space = stackalloc E[(Taps * Window + 1) * V.Count], work = V.Align(space);
        for (int j = 0; j < Window; j++) WeightsLine(m + j * point, Window * point, work + j * v, Window * v);
        for (int i = 0; i < Taps; i++) WeightsLine(work + i * Window * v, v, dw + i * row, column);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void InputLine(E* d, nint step, E* to, nint toStep)
    {
        V d0 = V.Load(d), d1 = V.Load(d + step), d2 = V.Load(d + 2 * step), d3 = V.Load(d + 3 * step), d4 = V.Load(d + 4 * step), d5 = V.Load(d + 5 * step);
        V four = V.Const(4), minusFour = V.Const(-4), minusFive = V.Const(-5), two = V.Const(2);
        V even = V.MultiplyAdd(minusFour, d2, d4), odd = V.MultiplyAdd(minusFour, d1, d3), near = d4 - d2, far = d3 - d1;
        V.Store(V.MultiplyAdd(four, d0, V.MultiplyAdd(minusFive, d2, d4)), to);
        V.Store(even + odd, to + toStep);
        V.Store(even - odd, to + 2 * toStep);
        V.Store(V.MultiplyAdd(two, far, near), to + 3 * toStep);
        V.Store(near - two * far, to + 4 * toStep);
        V.Store(V.MultiplyAdd(four, d1, V.MultiplyAdd(minusFive, d3, d5)), to + 5 * toStep);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OutputLine(E* m, nint step, V bias, E* to, nint toStep)
    {
        V m1 = V.Load(m + step), m2 = V.Load(m + 2 * step), m3 = V.Load(m + 3 * step), m4 = V.Load(m + 4 * step);
        V sum = m1 + m2 + bias, difference = m1 - m2 + bias, outerSum = m3 + m4, outerDifference = m3 - m4;
        V.Store(V.Load(m) + sum + outerSum, to);
        V.Store(V.MultiplyAdd(V.Const(2), outerDifference, difference), to + toStep);
        V.Store(V.MultiplyAdd(V.Const(4), outerSum, sum), to + 2 * toStep);
        V.Store(V.MultiplyAdd(V.Const(8), outerDifference, difference) + V.Load(m + 5 * step), to + 3 * toStep);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void KernelLine(E* g, nint step, E* to, nint toStep)
    {
        V g0 = V.Load(g), g1 = V.Load(g + step), g2 = V.Load(g + 2 * step);
        V sixth = V.Const(1.0 / 6), sum = (g0 + g2) * sixth, middle = g1 * sixth;
        V outerSum = V.MultiplyAdd(V.Const(1.0 / 24), g0, g2 * sixth), outerMiddle = g1 * V.Const(1.0 / 12);
        V.Store(g0 * V.Const(0.25), to);
        V.Store(-(sum + middle), to + toStep);
        V.Store(middle - sum, to + 2 * toStep);
        V.Store(outerSum + outerMiddle, to + 3 * toStep);
        V.Store(outerSum - outerMiddle, to + 4 * toStep);
        V.Store(g2, to + 5 * toStep);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void GradientLine(E* dy, nint step, E* to, nint toStep)
    {
        V h0 = V.Load(dy), h1 = V.Load(dy + step), h2 = V.Load(dy + 2 * step), h3 = V.Load(dy + 3 * step);
        V sixth = V.Const(1.0 / 6), even = (h0 + h2) * sixth, odd = (h1 + h3) * sixth;
        V outerEven = V.MultiplyAdd(V.Const(1.0 / 24), h0, h2 * sixth), outerOdd = V.MultiplyAdd(V.Const(1.0 / 12), h1, h3 * V.Const(1.0 / 3));
        V.Store(h0 * V.Const(0.25), to);
        V.Store(-(even + odd), to + toStep);
        V.Store(odd - even, to + 2 * toStep);
        V.Store(outerEven + outerOdd, to + 3 * toStep);
        V.Store(outerEven - outerOdd, to + 4 * toStep);
        V.Store(h3, to + 5 * toStep);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WeightsLine(E* m, nint step, E* to, nint toStep)
    {
        V m1 = V.Load(m + step), m2 = V.Load(m + 2 * step), m3 = V.Load(m + 3 * step), m4 = V.Load(m + 4 * step);
        V sum = m1 + m2, outerSum = m3 + m4;
        V.Store(V.Load(m) + sum + outerSum, to);
        V.Store(V.MultiplyAdd(V.Const(2), m3 - m4, m1 - m2), to + toStep);
        V.Store(V.MultiplyAdd(V.Const(4), outerSum, sum) + V.Load(m + 5 * step), to + 2 * toStep);
    }
}
