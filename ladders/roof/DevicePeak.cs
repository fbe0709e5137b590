using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>The memory traffic of a device at its fastest, over buffers that no cache holds. Bytes read and bytes written both count.</summary>
public static class DevicePeak
{
    /// <summary>Elements of a buffer of 256 MiB, several times what a GPU's cache holds.</summary>
    public const int LargeLength = 1 << 26;

    private const int RoundCount = 5, Calls = 10;

    /// <summary>Bytes a second of copies from buffer to buffer.</summary>
    public static double Copy(Backend backend, int length)
    {
        DeviceBuffer source = Ones(backend, length), target = Ones(backend, length);
        int[] extents = [length], steps = [1];
        LoopNest nest = LoopNest.Create(extents, steps, steps);
        return Rate(backend, length, () => backend.Copy(nest, source, target));
    }

    /// <summary>Bytes a second of changes in place.</summary>
    public static double Update(Backend backend, int length)
    {
        DeviceBuffer buffer = Ones(backend, length);
        return Rate(backend, length, () => backend.Unary(new Relu(), buffer, buffer));
    }

    private static DeviceBuffer Ones(Backend backend, int length)
    {
        DeviceBuffer buffer = backend.Allocate(DType.Float32, length);
        backend.Fill(buffer, 1);
        return buffer;
    }

    /// <summary>The fastest round counts, and so never the first, which compiles.</summary>
    private static double Rate(Backend backend, int length, Action pass) => 2.0 * sizeof(float) * length * Calls / Rounds.Shortest(threads: 1, RoundCount, _ =>
    {
        for (int i = 0; i < Calls; i++) pass();
        backend.Synchronize();
    });
}
