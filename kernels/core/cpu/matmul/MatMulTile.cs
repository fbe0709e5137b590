using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>
/// The register-blocked heart of the matrix product: six rows by two vectors of results stay in registers while two loads
/// and six broadcasts feed twelve multiply-adds a step.
/// </summary>
internal static unsafe class MatMulTile<E, V> where E : unmanaged where V : struct, IVectorLane<V, E>
{
    /// <summary>Rows of a tile.</summary>
    public const int Rows = 6;

    /// <summary>Columns of a tile.</summary>
    public static int Columns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2 * V.Count;
    }

    /// <summary>
    /// y (Rows, Columns; row stride <paramref name="ldy"/>) = or += a b over <paramref name="depth"/> steps: b packed (depth, Columns), the element
    /// (i, k) of a at <c>a[i * row + k * step]</c>. Rows of a behind <paramref name="last"/> repeat that one.
    /// </summary>
    public static void Multiply(int depth, E* a, nint row, nint step, int last, E* b, E* y, nint ldy, bool accumulate)
    {
        E* a1 = a + Math.Min(1, last) * row, a2 = a + Math.Min(2, last) * row, a3 = a + Math.Min(3, last) * row;
        E* a4 = a + Math.Min(4, last) * row, a5 = a + Math.Min(5, last) * row;
        V c00 = V.Zero, c01 = V.Zero, c10 = V.Zero, c11 = V.Zero, c20 = V.Zero, c21 = V.Zero;
        V c30 = V.Zero, c31 = V.Zero, c40 = V.Zero, c41 = V.Zero, c50 = V.Zero, c51 = V.Zero;
        nint at = 0;
        for (int k = depth; k > 0; k--, at += step, b += Columns)
        {
            V b0 = V.Load(b), b1 = V.Load(b + V.Count), x = V.Broadcast(a + at);
            c00 = V.MultiplyAdd(x, b0, c00);
            c01 = V.MultiplyAdd(x, b1, c01);
            x = V.Broadcast(a1 + at);
            c10 = V.MultiplyAdd(x, b0, c10);
            c11 = V.MultiplyAdd(x, b1, c11);
            x = V.Broadcast(a2 + at);
            c20 = V.MultiplyAdd(x, b0, c20);
            c21 = V.MultiplyAdd(x, b1, c21);
            x = V.Broadcast(a3 + at);
            c30 = V.MultiplyAdd(x, b0, c30);
            c31 = V.MultiplyAdd(x, b1, c31);
            x = V.Broadcast(a4 + at);
            c40 = V.MultiplyAdd(x, b0, c40);
            c41 = V.MultiplyAdd(x, b1, c41);
            x = V.Broadcast(a5 + at);
            c50 = V.MultiplyAdd(x, b0, c50);
            c51 = V.MultiplyAdd(x, b1, c51);
        }
        Write(y, c00, c01, accumulate);
        Write(y += ldy, c10, c11, accumulate);
        Write(y += ldy, c20, c21, accumulate);
        Write(y += ldy, c30, c31, accumulate);
        Write(y += ldy, c40, c41, accumulate);
        Write(y + ldy, c50, c51, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(E* y, V low, V high, bool accumulate)
    {
        V.Store(accumulate ? V.Load(y) + low : low, y);
        V.Store(accumulate ? V.Load(y + V.Count) + high : high, y + V.Count);
    }
}
