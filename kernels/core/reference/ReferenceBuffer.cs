namespace Catapult.Kernels;

/// <summary>A typed array that is read and written as doubles: reading is exact, writing rounds to the type.</summary>
public sealed class ReferenceBuffer : DeviceBuffer
{
    /// <summary>A buffer of zeros.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The type is unknown.</exception>
    public ReferenceBuffer(DType type, int length) : base(type, length) => Elements = type switch
    {
        DType.Float32 => new float[length],
        DType.Float64 => new double[length],
        DType.Int32 => new int[length],
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "The reference backend knows float32, float64 and int32."),
    };

    /// <summary>The array itself: float[], double[] or int[].</summary>
    public Array Elements { get; }

    /// <summary>All elements as doubles, in an array of their own.</summary>
    public double[] Read()
    {
        var values = new double[Length];
        Array.Copy(Elements, values, Length);
        return values;
    }

    /// <summary>Stores all elements: floats round to nearest, integers truncate.</summary>
    /// <exception cref="ArgumentException">There are more or fewer values than elements.</exception>
    public void Write(double[] values)
    {
        if (values.Length != Length) throw new ArgumentException($"{values.Length} values do not fill a buffer of {Length} elements.", nameof(values));
        if (Elements is float[] singles) for (int i = 0; i < Length; i++) singles[i] = (float)values[i];
        else if (Elements is int[] integers) for (int i = 0; i < Length; i++) integers[i] = (int)values[i];
        else values.CopyTo(Elements, 0);
    }
}
