using System.Runtime.InteropServices;

namespace Catapult.Kernels.Gpu;

/// <summary>Four neighbouring elements, which a thread moves at once: 16 bytes of floats are one memory instruction.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Pack4<T>(T x, T y, T z, T w) where T : unmanaged
{
    /// <summary>Elements of a pack.</summary>
    public const int Count = 4;

    public T X = x, Y = y, Z = z, W = w;
}
