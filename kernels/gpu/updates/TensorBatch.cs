namespace Catapult.Kernels.Gpu;

/// <summary>
/// Up to eight tensors that one launch works on: each gets as many groups as it has chunks, and a group finds its tensor by its number. Arguments of
/// their own, because a kernel cannot follow a table of addresses on every device.
/// </summary>
internal struct TensorBatch<V> where V : struct
{
    /// <summary>The most tensors of a batch.</summary>
    public const int Size = 8;

    private V v0, v1, v2, v3, v4, v5, v6, v7;
    private int end0, end1, end2, end3, end4, end5, end6, end7;

    /// <summary>The number of groups.</summary>
    public readonly int Groups => end7;

    /// <summary>A batch of the tensor in all places.</summary>
    public static TensorBatch<V> Of(V tensor) => new() { v0 = tensor, v1 = tensor, v2 = tensor, v3 = tensor, v4 = tensor, v5 = tensor, v6 = tensor, v7 = tensor };

    /// <summary>Puts a tensor of some chunks into a place; places are filled in their order.</summary>
    public void Set(int place, V tensor, int chunks)
    {
        int end = end7 + chunks;
        switch (place)
        {
            case 0: v0 = tensor; break;
            case 1: v1 = tensor; break;
            case 2: v2 = tensor; break;
            case 3: v3 = tensor; break;
            case 4: v4 = tensor; break;
            case 5: v5 = tensor; break;
            case 6: v6 = tensor; break;
            default: v7 = tensor; break;
        }
        if (place <= 0) end0 = end;
        if (place <= 1) end1 = end;
        if (place <= 2) end2 = end;
        if (place <= 3) end3 = end;
        if (place <= 4) end4 = end;
        if (place <= 5) end5 = end;
        if (place <= 6) end6 = end;
        end7 = end;
    }

    /// <summary>The tensor of a group.</summary>
    public readonly V Of(int group) =>
        group < end0 ? v0 : group < end1 ? v1 : group < end2 ? v2 : group < end3 ? v3 : group < end4 ? v4 : group < end5 ? v5 : group < end6 ? v6 : v7;

    /// <summary>The number of a group's chunk in its tensor.</summary>
    public readonly int Chunk(int group) => group - (group < end0 ? 0
        : group < end1 ? end0 : group < end2 ? end1 : group < end3 ? end2 : group < end4 ? end3 : group < end5 ? end4 : group < end6 ? end5 : end6);
}
