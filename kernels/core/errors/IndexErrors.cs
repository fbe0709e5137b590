namespace Catapult.Kernels;

/// <summary>The check that class labels and other indices lie in their range, with one message for all backends.</summary>
public static class IndexErrors
{
    /// <summary>Throws where an index names nothing.</summary>
    /// <exception cref="InputException">An index is outside 0 .. count-1; the message names it and its place.</exception>
    public static void ThrowIfOutOfRange(string operation, ReadOnlySpan<int> indices, int count)
    {
        for (int i = 0; i < indices.Length; i++)
            if ((uint)indices[i] >= (uint)count) throw OutOfRange(operation, indices[i], i, count);
    }

    /// <summary>The error for one index.</summary>
    public static InputException OutOfRange(string operation, int index, int place, int count) =>
        new($"{operation}: index {index} at place {place} is outside 0..{count - 1}; check the indices or the number of classes.");
}
