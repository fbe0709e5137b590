namespace Catapult.Kernels;

/// <summary>Pads a few images and correlates them with the kernels of all phases.</summary>
internal readonly unsafe struct CorrelationJob<E, V> : IJob where E : unmanaged where V : struct, IVectorLane<V, E>
{
    private const int Pixels = ConvolutionTile<E, V>.Pixels;

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

    public required E* Input { get; init; }

    /// <summary>As long as the padded channels; zeros where the layer has none.</summary>
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

    private void Correlate(in CorrelationPhase<E> phase, E* padded, E* output, int images)
    {
        E** inputs = stackalloc E*[Pixels];
        E** outputs = stackalloc E*[Pixels];
        int pixels = images * phase.GridHeight * phase.GridWidth;
        var walk = new PixelWalk(phase.GridHeight, phase.GridWidth);
        for (int pixel = 0; pixel < pixels; pixel += Pixels)
        {
            int count = Math.Min(Pixels, pixels - pixel);
            for (int i = 0; i < Pixels; i++)
            {
                // The pixels that a last, incomplete tile lacks are computed again and thrown away.
                if (i >= count)
                {
                    inputs[i] = inputs[0];
                    outputs[i] = null;
                    continue;
                }
                inputs[i] = padded + (nint)walk.Image * Images.Image + (walk.Row * InputStep.Height + phase.ShiftHeight) * Images.Row
                    + (walk.Column * InputStep.Width + phase.ShiftWidth) * InChannels;
                int y = walk.Row * OutputStep.Height + phase.OriginHeight, x = walk.Column * OutputStep.Width + phase.OriginWidth;
                outputs[i] = output + (((nint)walk.Image * OutHeight + y) * OutWidth + x) * OutChannels;
                walk.Advance();
            }
            Tiles(phase, inputs, outputs, count);
        }
    }

    private void Tiles(in CorrelationPhase<E> phase, E** inputs, E** outputs, int count)
    {
        var blocks = new ChannelBlocks(OutChannels, V.Count);
        int length = phase.KernelWidth * InChannels, depth = phase.KernelHeight * length;
        E* edge = stackalloc E[Pixels * 2 * V.Count];
        E** targets = stackalloc E*[Pixels];
        for (int block = 0; block < blocks.Count; block++)
        {
            int start = blocks.Start(block), width = blocks.Width(block), valid = blocks.Valid(block);
            bool whole = valid == width;
            for (int i = 0; i < Pixels; i++) targets[i] = whole && i < count ? outputs[i] + start : edge + i * 2 * V.Count;
            E* weights = phase.Weights + (nint)start * depth;
            if (width == V.Count) ConvolutionTile<E, V>.Narrow(inputs, Images.Row, phase.KernelHeight, length, weights, Bias + start, targets);
            else ConvolutionTile<E, V>.Wide(inputs, Images.Row, phase.KernelHeight, length, weights, Bias + start, targets);
            if (whole) continue;
            for (int i = 0; i < count; i++) new ReadOnlySpan<E>(targets[i], valid).CopyTo(new Span<E>(outputs[i] + start, valid));
        }
    }
}
