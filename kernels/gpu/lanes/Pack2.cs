using System.Runtime.InteropServices;

namespace Catapult.Kernels.Gpu;

/// <summary>Two neighbouring elements.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Pack2<T>(T x, T y) where T : unmanaged
{
    /// <summary>Elements of a pack.</summary>
    public const int Count = 2;

    public T X = x, Y = y;
}
