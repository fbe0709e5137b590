using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>
/// Six output pixels by one or two vectors of output channels in registers. On channels-last data the inputs of a pixel for one kernel
/// row are KW*C contiguous elements, so the inner loop runs straight over such a run through six pointers while the packed weights
/// (runs, run length, block) stream past: an implicit matrix product without an im2col buffer.
/// </summary>
internal static unsafe class ConvolutionTile<E, V> where E : unmanaged where V : struct, IVectorLane<V, E>
{
    /// <summary>Output pixels of a tile.</summary>
    public const int Pixels = 6;

    /// <summary>
    /// Output pixels of a tile that is one vector wide: as many chains of sums as keep two multiply-adds of four cycles busy. As the last tile of a wider
    /// layer it repeats two of them.
    /// </summary>
    public const int NarrowPixels = 8;

    /// <summary>
    /// Two vectors of output channels. <paramref name="inputs"/> and <paramref name="outputs"/> point to the six pixels; the runs lie at
    /// <paramref name="offsets"/> from the first, and the results begin at <paramref name="channel"/> from the second.
    /// </summary>
    public static void Wide(E** inputs, int* offsets, int runs, int length, E* weights, E* bias, E** outputs, nint channel)
    {
        V c00 = V.Load(bias), c01 = V.Load(bias + V.Count);
        V c10 = c00, c11 = c01, c20 = c00, c21 = c01, c30 = c00, c31 = c01, c40 = c00, c41 = c01, c50 = c00, c51 = c01;
        for (int run = 0; run < runs; run++)
        {
            nint at = offsets[run];
            E* p0 = inputs[0] + at, p1 = inputs[1] + at, p2 = inputs[2] + at, p3 = inputs[3] + at, p4 = inputs[4] + at, p5 = inputs[5] + at;
            for (nint k = 0; k < length; k++, weights += 2 * V.Count)
            {
                V w0 = V.Load(weights), w1 = V.Load(weights + V.Count), x = V.Broadcast(p0 + k);
                c00 = V.MultiplyAdd(x, w0, c00);
                c01 = V.MultiplyAdd(x, w1, c01);
                x = V.Broadcast(p1 + k);
                c10 = V.MultiplyAdd(x, w0, c10);
                c11 = V.MultiplyAdd(x, w1, c11);
                x = V.Broadcast(p2 + k);
                c20 = V.MultiplyAdd(x, w0, c20);
                c21 = V.MultiplyAdd(x, w1, c21);
                x = V.Broadcast(p3 + k);
                c30 = V.MultiplyAdd(x, w0, c30);
                c31 = V.MultiplyAdd(x, w1, c31);
                x = V.Broadcast(p4 + k);
                c40 = V.MultiplyAdd(x, w0, c40);
                c41 = V.MultiplyAdd(x, w1, c41);
                x = V.Broadcast(p5 + k);
                c50 = V.MultiplyAdd(x, w0, c50);
                c51 = V.MultiplyAdd(x, w1, c51);
            }
        }
        Store(outputs[0] + channel, c00, c01);
        Store(outputs[1] + channel, c10, c11);
        Store(outputs[2] + channel, c20, c21);
        Store(outputs[3] + channel, c30, c31);
        Store(outputs[4] + channel, c40, c41);
        Store(outputs[5] + channel, c50, c51);
    }

    /// <summary>One vector of output channels, for <see cref="NarrowPixels"/>.</summary>
    public static void Narrow(E** inputs, int* offsets, int runs, int length, E* weights, E* bias, E** outputs, nint channel)
    {
        V c0 = V.Load(bias), c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0, c6 = c0, c7 = c0;
        for (int run = 0; run < runs; run++)
        {
            nint at = offsets[run];
            E* p0 = inputs[0] + at, p1 = inputs[1] + at, p2 = inputs[2] + at, p3 = inputs[3] + at;
            E* p4 = inputs[4] + at, p5 = inputs[5] + at, p6 = inputs[6] + at, p7 = inputs[7] + at;
            for (nint k = 0; k < length; k++, weights += V.Count)
            {
                V w = V.Load(weights);
                c0 = V.MultiplyAdd(V.Broadcast(p0 + k), w, c0);
                c1 = V.MultiplyAdd(V.Broadcast(p1 + k), w, c1);
                c2 = V.MultiplyAdd(V.Broadcast(p2 + k), w, c2);
                c3 = V.MultiplyAdd(V.Broadcast(p3 + k), w, c3);
                c4 = V.MultiplyAdd(V.Broadcast(p4 + k), w, c4);
                c5 = V.MultiplyAdd(V.Broadcast(p5 + k), w, c5);
                c6 = V.MultiplyAdd(V.Broadcast(p6 + k), w, c6);
                c7 = V.MultiplyAdd(V.Broadcast(p7 + k), w, c7);
            }
        }
        V.Store(c0, outputs[0] + channel);
        V.Store(c1, outputs[1] + channel);
        V.Store(c2, outputs[2] + channel);
        V.Store(c3, outputs[3] + channel);
        V.Store(c4, outputs[4] + channel);
        V.Store(c5, outputs[5] + channel);
        V.Store(c6, outputs[6] + channel);
        V.Store(c7, outputs[7] + channel);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(E* target, V low, V high)
    {
        V.Store(low, target);
        V.Store(high, target + V.Count);
    }
}
