using System.Numerics.Tensors;
using Catapult.Kernels;

namespace Catapult.Lab;

/// <summary>Vectors of length 1.</summary>
internal static class UnitVector
{
    private const ulong Purpose = 0x766563746F72; // "vector", in ASCII

    /// <summary>A random direction, the same for the same seed.</summary>
    public static double[] Random(int length, ulong seed)
    {
        var random = new RandomStream(seed, Purpose);
        var vector = new double[length];
        for (int i = 0; i < length; i++)
        {
            var (first, second) = random.Normal((ulong)i / 2);
            vector[i] = i % 2 == 0 ? first : second;
        }
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<double>(vector), vector);
        return vector;
    }
}
