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

    /// <summary>Rows of a tile that is one vector wide: as many chains of sums as keep two multiply-adds of four cycles busy.</summary>
    public const int NarrowRows = 8;

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

    /// <summary>y (NarrowRows, one vector) = or += a b: b (depth, one vector) and y contiguous, a as for <see cref="Multiply"/>.</summary>
    public static void Narrow(int depth, E* a, nint row, nint step, E* b, E* y, bool accumulate)
    {
        E* far = a + 4 * row;
        nint row2 = 2 * row, row3 = 3 * row;
        V c0 = V.Zero, c1 = V.Zero, c2 = V.Zero, c3 = V.Zero, c4 = V.Zero, c5 = V.Zero, c6 = V.Zero, c7 = V.Zero;
        for (int k = depth; k > 0; k--, a += step, far += step, b += V.Count)
        {
            V x = V.Load(b);
            c0 = V.MultiplyAdd(V.Broadcast(a), x, c0);
            c1 = V.MultiplyAdd(V.Broadcast(a + row), x, c1);
            c2 = V.MultiplyAdd(V.Broadcast(a + row2), x, c2);
            c3 = V.MultiplyAdd(V.Broadcast(a + row3), x, c3);
            c4 = V.MultiplyAdd(V.Broadcast(far), x, c4);
            c5 = V.MultiplyAdd(V.Broadcast(far + row), x, c5);
            c6 = V.MultiplyAdd(V.Broadcast(far + row2), x, c6);
            c7 = V.MultiplyAdd(V.Broadcast(far + row3), x, c7);
        }
        Write(y, c0, accumulate);
        Write(y += V.Count, c1, accumulate);
        Write(y += V.Count, c2, accumulate);
        Write(y += V.Count, c3, accumulate);
        Write(y += V.Count, c4, accumulate);
        Write(y += V.Count, c5, accumulate);
        Write(y += V.Count, c6, accumulate);
        Write(y + V.Count, c7, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(E* y, V low, V high, bool accumulate)
    {
        Write(y, low, accumulate);
        Write(y + V.Count, high, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(E* y, V sum, bool accumulate) => V.Store(accumulate ? V.Load(y) + sum : sum, y);
}
