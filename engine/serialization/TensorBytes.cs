using System.Runtime.InteropServices;
using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>Tensors as raw little-endian bytes on the host, which is what files and snapshots hold.</summary>
public static class TensorBytes
{
    /// <summary>The elements of a tensor.</summary>
    public static byte[] Of(Tensor tensor) => tensor.Type switch
    {
        DType.Float64 => MemoryMarshal.AsBytes<double>(tensor.ToArray<double>()).ToArray(),
        DType.Int32 => MemoryMarshal.AsBytes<int>(tensor.ToArray<int>()).ToArray(),
        _ => MemoryMarshal.AsBytes<float>(tensor.ToArray<float>()).ToArray(),
    };

    /// <summary>Replaces the elements of a tensor.</summary>
    public static void Restore(Tensor tensor, ReadOnlySpan<byte> bytes)
    {
        switch (tensor.Type)
        {
            case DType.Float64: tensor.CopyFrom(MemoryMarshal.Cast<byte, double>(bytes)); break;
            case DType.Int32: tensor.CopyFrom(MemoryMarshal.Cast<byte, int>(bytes)); break;
            default: tensor.CopyFrom(MemoryMarshal.Cast<byte, float>(bytes)); break;
        }
    }
}
