namespace Catapult.Kernels;

/// <summary>The check that class indices lie in their range, with one message for all backends.</summary>
public static class LabelErrors
{
    /// <summary>Throws where a label names no class.</summary>
    /// <exception cref="InputException">A label is outside 0 .. classes-1; the message names it and its row.</exception>
    public static void ThrowIfOutOfRange(ReadOnlySpan<int> labels, int classes)
    {
        for (int row = 0; row < labels.Length; row++)
            if ((uint)labels[row] >= (uint)classes)
                throw new InputException($"Label {labels[row]} of row {row} is outside 0..{classes - 1}; check the labels or the number of classes.");
    }
}
