using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>
/// The transforms of Winograd's minimal filtering F(2x2, 3x3) (Lavin and Gray 2015): four outputs of a 3x3 correlation from 16 products
/// instead of 36. A tile of 4x4 inputs d becomes B'dB, a kernel g becomes GgG', their products m become the 2x2 outputs A'mA, with
/// B' = [1 0 -1 0; 0 1 1 0; 0 -1 1 0; 0 1 0 -1], G = [1 0 0; ½ ½ ½; ½ -½ ½; 0 0 1], A' = [1 1 1 0; 0 1 -1 -1].
/// </summary>
internal static unsafe class WinogradTransform<E, V> where E : unmanaged where V : struct, IVectorLane<V, E>
{
    /// <summary>Products of a tile.</summary>
    public const int Points = 16;

    /// <summary>Transforms one vector of channels of an input tile; from one row, column and product to the next in elements.</summary>
    public static void Input(E* d, nint row, nint column, E* target, nint point)
    {
        E* work = stackalloc E[Points * V.Count];
        for (int j = 0; j < 4; j++, d += column)
        {
            V d0 = V.Load(d), d1 = V.Load(d + row), d2 = V.Load(d + 2 * row), d3 = V.Load(d + 3 * row);
            V.Store(d0 - d2, work + j * V.Count);
            V.Store(d1 + d2, work + (4 + j) * V.Count);
            V.Store(d2 - d1, work + (8 + j) * V.Count);
            V.Store(d1 - d3, work + (12 + j) * V.Count);
        }
        for (int i = 0; i < 4; i++, work += 4 * V.Count, target += 4 * point)
        {
            V w0 = V.Load(work), w1 = V.Load(work + V.Count), w2 = V.Load(work + 2 * V.Count), w3 = V.Load(work + 3 * V.Count);
            V.Store(w0 - w2, target);
            V.Store(w1 + w2, target + point);
            V.Store(w2 - w1, target + 2 * point);
            V.Store(w1 - w3, target + 3 * point);
        }
    }

    /// <summary>The four outputs of one vector of channels from its products.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Output(E* m, nint point, V bias, out V y00, out V y01, out V y10, out V y11)
    {
        Column(m, point, out V t00, out V t10);
        Column(m + point, point, out V t01, out V t11);
        Column(m + 2 * point, point, out V t02, out V t12);
        Column(m + 3 * point, point, out V t03, out V t13);
        (y00, y01) = (bias + t00 + t01 + t02, bias + t01 - t02 - t03);
        (y10, y11) = (bias + t10 + t11 + t12, bias + t11 - t12 - t13);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Column(E* m, nint point, out V top, out V bottom)
    {
        V m0 = V.Load(m), m1 = V.Load(m + 4 * point), m2 = V.Load(m + 8 * point), m3 = V.Load(m + 12 * point);
        (top, bottom) = (m0 + m1 + m2, m1 - m2 - m3);
    }
}
