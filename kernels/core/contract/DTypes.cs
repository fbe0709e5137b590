namespace Catapult.Kernels;

/// <summary>Sizes and names of element types.</summary>
public static class DTypes
{
    /// <summary>Bytes of one element.</summary>
    public static int Size(this DType type) => type == DType.Float64 ? 8 : 4;

    /// <summary>The element type that corresponds to a .NET type.</summary>
    /// <exception cref="NotSupportedException">The type is none of float, double and int.</exception>
    public static DType Of<E>() where E : unmanaged =>
        typeof(E) == typeof(float) ? DType.Float32
        : typeof(E) == typeof(double) ? DType.Float64
        : typeof(E) == typeof(int) ? DType.Int32
        : throw new NotSupportedException($"{typeof(E).Name} is no element type; use float, double or int.");
}
