namespace Catapult.Kernels;

/// <summary>
/// A nest of loops over two strided operands, outermost loop first, with neighbouring loops merged where both operands allow it.
/// Element (i0, i1, ...) of operand A lies at <c>OffsetA + sum(i * StridesA)</c>. Broadcasting gives an axis the stride 0;
/// flips give it a negative one.
/// </summary>
public struct LoopNest
{
    /// <summary>Trip counts.</summary>
    public Dims Extents;

    /// <summary>Steps of the first operand, in elements.</summary>
    public Dims StridesA;

    /// <summary>Steps of the second operand, in elements.</summary>
    public Dims StridesB;

    /// <summary>The first operand's first element.</summary>
    public int OffsetA;

    /// <summary>The second operand's first element.</summary>
    public int OffsetB;

    /// <summary>The number of loops, at least 1.</summary>
    public int Rank { readonly get; private set; }

    /// <summary>The number of iterations of the whole nest.</summary>
    public readonly int Length
    {
        get
        {
            int length = 1;
            for (int i = 0; i < Rank; i++) length *= Extents[i];
            return length;
        }
    }

    /// <summary>The nest over <paramref name="extents"/> with the given strides; loops of one trip vanish, mergeable ones are merged.</summary>
    public static LoopNest Create(ReadOnlySpan<int> extents, ReadOnlySpan<int> stridesA, ReadOnlySpan<int> stridesB, int offsetA = 0, int offsetB = 0)
    {
        var nest = new LoopNest { OffsetA = offsetA, OffsetB = offsetB };
        for (int i = 0; i < extents.Length; i++)
        {
            if (extents[i] == 1) continue;
            int last = nest.Rank - 1;
            if (last >= 0 && nest.StridesA[last] == stridesA[i] * extents[i] && nest.StridesB[last] == stridesB[i] * extents[i])
            {
                nest.Extents[last] *= extents[i];
                (nest.StridesA[last], nest.StridesB[last]) = (stridesA[i], stridesB[i]);
                continue;
            }
            nest.Extents[nest.Rank] = extents[i];
            (nest.StridesA[nest.Rank], nest.StridesB[nest.Rank]) = (stridesA[i], stridesB[i]);
            nest.Rank++;
        }
        if (nest.Rank == 0) (nest.Extents[0], nest.StridesA[0], nest.StridesB[0], nest.Rank) = (1, 1, 1, 1);
        return nest;
    }

    /// <summary>The nest that reads two contiguous tensors, broadcast to a common shape, in the row-major order of the result.</summary>
    public static LoopNest Broadcast(Shape a, Shape b, Shape result)
    {
        Dims stridesA = BroadcastStrides(a, result), stridesB = BroadcastStrides(b, result);
        return Create(result.Extents, ((ReadOnlySpan<int>)stridesA)[..result.Rank], ((ReadOnlySpan<int>)stridesB)[..result.Rank]);
    }

    private static Dims BroadcastStrides(Shape operand, Shape result)
    {
        Dims own = operand.Strides(), strides = default;
        int lead = result.Rank - operand.Rank;
        for (int i = 0; i < operand.Rank; i++) strides[lead + i] = operand[i] == 1 ? 0 : own[i];
        return strides;
    }

    /// <summary>The offsets of both operands at iteration <paramref name="index"/> of all loops but the innermost.</summary>
    public readonly (int A, int B) RowOffsets(int index)
    {
        int a = OffsetA, b = OffsetB;
        for (int axis = Rank - 2; axis >= 0; axis--)
        {
            (index, int i) = Math.DivRem(index, Extents[axis]);
            a += i * StridesA[axis];
            b += i * StridesB[axis];
        }
        return (a, b);
    }
}
