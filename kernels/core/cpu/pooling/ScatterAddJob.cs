using System.Numerics;

namespace Catapult.Kernels;

/// <summary>dx = 0, then dx[indices[i]] += dy[i], for one image, whose indices point nowhere else.</summary>
internal readonly unsafe struct ScatterAddJob<E>(int inLength, int outLength, E* dy, int* indices, E* dx) : IJob where E : unmanaged, INumber<E>
{
    public void Run(int image)
    {
        new Span<E>(dx + (nint)image * inLength, inLength).Clear();
        nint from = (nint)image * outLength;
        for (nint i = from; i < from + outLength; i++) dx[indices[i]] += dy[i];
    }
}
