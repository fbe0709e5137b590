using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>An index that lay outside 0 .. Count-1, and where it stood; Count 0 means none.</summary>
internal readonly struct IndexFault(int index, int place, int count)
{
    public readonly int Index = index, Place = place, Count = count;

    /// <summary>The index, or 0 and a note in <paramref name="faults"/> where it names nothing. Of several faults any one may stay.</summary>
    public static int Checked(int index, int place, int count, ArrayView<IndexFault> faults)
    {
        if (index >= 0 && index < count) return index;
        faults[0] = new(index, place, count);
        return 0;
    }
}
