using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Tests;

/// <summary>Reads tensors of either floating-point type.</summary>
internal static class TensorReading
{
    /// <summary>The elements as doubles.</summary>
    public static double[] Doubles(this Tensor x) => x.To(DType.Float64).ToArray<double>();
}
