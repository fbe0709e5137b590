namespace Catapult.Kernels;

/// <summary>Exchanges taps and channels of depthwise weights: (C, taps) for the engine, (taps, C filled up to whole vectors) for the kernels.</summary>
internal static unsafe class DepthwisePacking<E> where E : unmanaged
{
    /// <summary>Channels with their fill.</summary>
    public static int Padded(int channels, int vector) => (channels + vector - 1) / vector * vector;

    /// <summary>packed (taps, padded channels) with zeros in the fill.</summary>
    public static void Pack(int channels, int taps, int padded, E* weights, E* packed)
    {
        new Span<E>(packed, taps * padded).Clear();
        for (int c = 0; c < channels; c++)
            for (int tap = 0; tap < taps; tap++) packed[tap * padded + c] = weights[c * taps + tap];
    }

    /// <summary>weights (C, taps) from packed (taps, padded channels).</summary>
    public static void Unpack(int channels, int taps, int padded, E* packed, E* weights)
    {
        for (int c = 0; c < channels; c++)
            for (int tap = 0; tap < taps; tap++) weights[c * taps + tap] = packed[tap * padded + c];
    }
}
