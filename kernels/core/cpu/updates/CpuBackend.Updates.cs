using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

public sealed unsafe partial class CpuBackend
{
    /// <inheritdoc/>
    public override void Update<R>(ReadOnlySpan<double> coefficients, ReadOnlySpan<UpdateTarget> targets)
    {
        if (targets.IsEmpty) return;
        if (IsSingle(targets[0].Weights)) Update<R, float, Vec32>(coefficients, targets);
        else Update<R, double, Vec64>(coefficients, targets);
    }

    private void Update<R, E, V>(ReadOnlySpan<double> coefficients, ReadOnlySpan<UpdateTarget> targets)
        where R : struct, IUpdateRule where E : unmanaged where V : struct, IVectorLane<V, E>
    {
        int count = 0;
        foreach (ref readonly UpdateTarget target in targets) count += Parts(target.Weights.Length, Grain);
        using var chunkMemory = new Scratch<byte>(pool, count * sizeof(UpdateChunk<E>));
        using var startMemory = new Scratch<int>(pool, count + 1);
        var chunks = (UpdateChunk<E>*)chunkMemory.Pointer;
        int parts = Cut(targets, chunks, startMemory.Pointer);
        workers.Run(parts, new UpdateJob<R, E, V>(new Coefficients<V>(coefficients), chunks, startMemory.Pointer));
    }

    /// <summary>Cuts the targets into chunks of at most a grain and the chunks into parts of about a grain; returns the number of parts.</summary>
    private static int Cut<E>(ReadOnlySpan<UpdateTarget> targets, UpdateChunk<E>* chunks, int* partStarts) where E : unmanaged
    {
        int chunk = 0, part = 0, elements = 0;
        partStarts[0] = 0;
        foreach (ref readonly UpdateTarget target in targets)
        {
            for (int start = 0; start < target.Weights.Length; start += Grain)
            {
                int length = Math.Min(Grain, target.Weights.Length - start);
                chunks[chunk++] = new UpdateChunk<E>
                {
                    Weights = At<E>(target.Weights) + start,
                    Gradients = At<E>(target.Gradients) + start,
                    Slot0 = From<E>(target.Slot0, start),
                    Slot1 = From<E>(target.Slot1, start),
                    Slot2 = From<E>(target.Slot2, start),
                    Length = length,
                };
                elements += length;
                if (elements < Grain) continue;
                (partStarts[++part], elements) = (chunk, 0);
            }
        }
        if (elements > 0) partStarts[++part] = chunk;
        return part;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static E* From<E>(DeviceBuffer? buffer, int start) where E : unmanaged => buffer is null ? null : At<E>(buffer) + start;
}
