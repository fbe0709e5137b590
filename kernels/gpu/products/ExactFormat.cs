namespace Catapult.Kernels.Gpu;

/// <summary>Elements as they are.</summary>
internal readonly struct ExactFormat<T> : ITileFormat<T> where T : unmanaged
{
    public static int Padding => 4;

    public static T Round(T x) => x;
}
