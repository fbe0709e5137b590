namespace Catapult.Kernels;

/// <summary>Pads a few images and correlates them with the kernels of all phases.</summary>
internal readonly unsafe struct CorrelationJob<E, V> : IJob where E : unmanaged where V : struct, IVectorLane<V, E>
{
    private const int MostPixels = ConvolutionTile<E, V>.NarrowPixels;

    public required CorrelationPhase<E>* Phases { get; init; }

    public required int PhaseCount { get; init; }

    public required PaddedImages<E> Images { get; init; }

    public required int ImageCount { get; init; }

    public required int ImagesInPart { get; init; }

    public required int InputLength { get; init; }

    public required int InChannels { get; init; }

    /// <summary>From one grid pixel to the next, in padded input pixels.</summary>
    public required (int Height, int Width) InputStep { get; init; }

    /// <summary>From one grid pixel to the next, in output pixels.</summary>
    public required (int Height, int Width) OutputStep { get; init; }

    public required int OutHeight { get; init; }

    public required int OutWidth { get; init; }

    public required int OutChannels { get; init; }

    public required int Groups { get; init; }

    /// <summary>Channels of a group, here because a division weighs in a small tile.</summary>
    public required int InGroup { get; init; }

    public required int OutGroup { get; init; }

    public required E* Input { get; init; }

    /// <summary>(group, channels of a group with the fill of its last block); zeros where the layer has none.</summary>
    public required E* Bias { get; init; }

    public required E* Output { get; init; }

    public void Run(int part)
    {
        int first = part * ImagesInPart, count = Math.Min(ImagesInPart, ImageCount - first);
        E* scratch = ThreadScratch.Get<E>(Images.ScratchLength(ImagesInPart));
        E* padded = Images.Prepare(Input + (nint)first * InputLength, count, scratch);
        E* output = Output + (nint)first * OutHeight * OutWidth * OutChannels;
        for (int i = 0; i < PhaseCount; i++) Correlate(Phases[i], padded, output, count);
    }

    /// <summary>Fills in the offsets of all phases; <paramref name="memory"/> has room for two integers a grid pixel.</summary>
    public void PlanOffsets(int* memory)
    {
        for (int i = 0; i < PhaseCount; i++)
        {
            ref CorrelationPhase<E> phase = ref Phases[i];
            phase.InputOffsets = memory;
            phase.OutputOffsets = memory + phase.Pixels;
            memory += 2 * phase.Pixels;
            for (int pixel = 0; pixel < phase.Pixels; pixel++)
            {
                (int row, int column) = Math.DivRem(pixel, phase.GridWidth);
                int inRow = row * InputStep.Height + phase.ShiftHeight, inColumn = column * InputStep.Width + phase.ShiftWidth;
                int outRow = row * OutputStep.Height + phase.OriginHeight, outColumn = column * OutputStep.Width + phase.OriginWidth;
                phase.InputOffsets[pixel] = inRow * Images.Row + inColumn * InChannels;
                phase.OutputOffsets[pixel] = (outRow * OutWidth + outColumn) * OutChannels;
            }
        }
    }

    private void Correlate(in CorrelationPhase<E> phase, E* padded, E* output, int images)
    {
        E** inputs = stackalloc E*[MostPixels];
        E** outputs = stackalloc E*[MostPixels];
        int next = 0, outImage = OutHeight * OutWidth * OutChannels, pixels = OutGroup <= V.Count ? MostPixels : ConvolutionTile<E, V>.Pixels;
        for (int left = images * phase.Pixels; left > 0; left -= pixels)
        {
            int count = Math.Min(pixels, left);
            for (int i = 0; i < count; i++)
            {
                inputs[i] = padded + phase.InputOffsets[next];
                outputs[i] = output + phase.OutputOffsets[next];
                if (++next < phase.Pixels) continue;
                next = 0;
                padded += Images.Image;
                output += outImage;
            }
            // In place of the pixels that a tile lacks the first one is computed again.
            for (int i = count; i < MostPixels; i++)
            {
                inputs[i] = inputs[0];
                outputs[i] = outputs[0];
            }
            for (int group = 0; group < Groups; group++)
            {
                Tiles(phase, group, inputs, outputs, count);
                for (int i = 0; i < MostPixels; i++) inputs[i] += InGroup;
            }
        }
    }

    private void Tiles(in CorrelationPhase<E> phase, int group, E** inputs, E** outputs, int count)
    {
        int depth = phase.Runs * phase.RunLength;
        var blocks = new ChannelBlocks(OutGroup, V.Count);
        for (int block = 0; block < blocks.Count; block++)
        {
            int start = blocks.Start(block), packed = group * blocks.Padded + start, channel = group * OutGroup + start;
            E* weights = phase.Weights + (nint)packed * depth, bias = Bias + packed;
            if (blocks.Valid(block) == blocks.Width(block)) Tile(phase, inputs, weights, bias, outputs, channel, blocks.Width(block));
            else EdgeTile(phase, inputs, weights, bias, outputs, channel, blocks, block, count);
        }
    }

    private static void Tile(in CorrelationPhase<E> phase, E** inputs, E* weights, E* bias, E** outputs, int channel, int width)
    {
        if (width == V.Count) ConvolutionTile<E, V>.Narrow(inputs, phase.RunOffsets, phase.Runs, phase.RunLength, weights, bias, outputs, channel);
        else ConvolutionTile<E, V>.Wide(inputs, phase.RunOffsets, phase.Runs, phase.RunLength, weights, bias, outputs, channel);
    }

    /// <summary>A block whose last channels do not exist is computed beside the output, into which those that do are copied.</summary>
    private static void EdgeTile(
        in CorrelationPhase<E> phase, E** inputs, E* weights, E* bias, E** outputs, int channel, ChannelBlocks blocks, int block, int count)
    {
        int width = blocks.Width(block), valid = blocks.Valid(block);
        E* edge = stackalloc E[MostPixels * 2 * V.Count];
        E** targets = stackalloc E*[MostPixels];
        for (int i = 0; i < MostPixels; i++) targets[i] = edge + i * width;
        Tile(phase, inputs, weights, bias, targets, 0, width);
        for (int i = 0; i < count; i++) new ReadOnlySpan<E>(targets[i], valid).CopyTo(new Span<E>(outputs[i] + channel, valid));
    }
}
