using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

internal sealed unsafe partial class CpuKernels<E, V>
{
    /// <inheritdoc/>
    public override void Update<R>(ReadOnlySpan<double> coefficients, ReadOnlySpan<UpdateTarget> targets, DeviceBuffer? gate = null)
    {
        if (gate is not null && !double.IsFinite(*At<double>(gate))) return;
        int count = 0;
        foreach (ref readonly UpdateTarget target in targets) count += Parts(target.Weights.Length, Grain);
        using var chunkMemory = new Scratch<byte>(pool, count * sizeof(UpdateChunk<E>));
        using var startMemory = new Scratch<int>(pool, count + 1);
        var chunks = (UpdateChunk<E>*)chunkMemory.Pointer;
        int parts = Cut(targets, chunks, startMemory.Pointer);
        workers.Run(parts, new UpdateJob<R, E, V>(new Coefficients<V>(coefficients), chunks, startMemory.Pointer));
    }

    /// <summary>Cuts the targets into chunks of at most a grain and the chunks into parts of about a grain; returns the number of parts.</summary>
    private static int Cut(ReadOnlySpan<UpdateTarget> targets, UpdateChunk<E>* chunks, int* partStarts)
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
                    Weights = At(target.Weights) + start,
                    Gradients = At(target.Gradients) + start,
                    Slot0 = From(target.Slot0, start),
                    Slot1 = From(target.Slot1, start),
                    Slot2 = From(target.Slot2, start),
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
    private static E* From(DeviceBuffer? buffer, int start) => buffer is null ? null : At(buffer) + start;
}
