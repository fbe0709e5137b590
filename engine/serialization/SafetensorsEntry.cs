using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>One tensor of a safetensors file: row-major little-endian elements in the file's layout.</summary>
public sealed record SafetensorsEntry(string Name, DType Type, int[] Shape, byte[] Data);
