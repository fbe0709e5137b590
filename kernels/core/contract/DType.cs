namespace Catapult.Kernels;

/// <summary>The element type of a buffer. Comparisons give 0 and 1 in the type of their operands; indices are <see cref="Int32"/>.</summary>
public enum DType
{
    /// <summary>IEEE 754 binary32, the default everywhere.</summary>
    Float32,

    /// <summary>IEEE 754 binary64, on the CPU and reference backends.</summary>
    Float64,

    /// <summary>32-bit signed integers: labels and indices.</summary>
    Int32,
}
