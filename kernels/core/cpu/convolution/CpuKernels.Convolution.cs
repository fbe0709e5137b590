namespace Catapult.Kernels;

internal sealed unsafe partial class CpuKernels<E, V>
{
    // Small images are taken several at a time, so that the last, incomplete tile of six pixels weighs little.
    private const int WantedPixelsInPart = 256;

    /// <inheritdoc/>
    public override void Conv2d(Conv2dGeometry geometry, DeviceBuffer x, DeviceBuffer w, DeviceBuffer? bias, DeviceBuffer y) =>
        Conv2d(geometry, At(x), At(w), bias is null ? null : At(bias), At(y));

    /// <inheritdoc/>
    public override void Conv2dInputGradient(Conv2dGeometry geometry, DeviceBuffer dy, DeviceBuffer w, DeviceBuffer dx) =>
        Conv2dInputGradient(geometry, At(dy), At(w), At(dx));

    private void Conv2d(Conv2dGeometry g, E* x, E* w, E* bias, E* y)
    {
        if (IsWinograd(g))
        {
            Winograd(g, inputGradient: false, x, w, bias, y);
            return;
        }
        if (g.IsDepthwise)
        {
            Depthwise(g, x, w, bias, y);
            return;
        }
        if (IsProduct(g) && bias == null)
        {
            PixelProduct(g, g.OutChannels, g.InChannels, transposeWeights: true, x, w, y);
            return;
        }
        Direct(g, x, w, bias, y);
    }

    /// <summary>The correlation as it stands in the formula, for any stride, dilation and number of groups.</summary>
    internal void Direct(Conv2dGeometry g, E* x, E* w, E* bias, E* y)
    {
        var blocks = new ChannelBlocks(g.OutGroup, V.Count);
        var runs = new TapRuns(g);
        using var packed = new Scratch<E>(pool, g.Groups * blocks.Padded * runs.Depth);
        using var paddedBias = new Scratch<E>(pool, g.Groups * blocks.Padded);
        using var offsets = new Scratch<int>(pool, runs.Count);
        PadBias(g, blocks, bias, paddedBias.Span);
        ConvolutionPacking<E, V>.Forward(g, blocks, w, packed.Pointer);
        PaddedImages<E> images = ForwardImages(g);
        runs.Offsets(images.Row, offsets.Pointer);
        var phase = new CorrelationPhase<E>
        {
            Weights = packed.Pointer,
            Runs = runs.Count,
            RunLength = runs.Length,
            RunOffsets = offsets.Pointer,
            GridHeight = g.OutHeight,
            GridWidth = g.OutWidth,
        };
        Correlate(g.OutHeight * g.OutWidth, new CorrelationJob<E, V>
        {
            Phases = &phase,
            PhaseCount = 1,
            Images = images,
            ImageCount = g.Batch,
            ImagesInPart = ImagesInPart(g.OutHeight * g.OutWidth),
            InputLength = g.Height * g.Width * g.InChannels,
            InChannels = g.InChannels,
            InputStep = (g.StrideHeight, g.StrideWidth),
            OutputStep = (1, 1),
            OutHeight = g.OutHeight,
            OutWidth = g.OutWidth,
            OutChannels = g.OutChannels,
            Groups = g.Groups,
            InGroup = g.InGroup,
            OutGroup = g.OutGroup,
            Input = x,
            Bias = paddedBias.Pointer,
            Output = y,
        });
    }

    private void Conv2dInputGradient(Conv2dGeometry g, E* dy, E* w, E* dx)
    {
        if (IsWinograd(g))
        {
            Winograd(g, inputGradient: true, dy, w, null, dx);
            return;
        }
        if (g.IsDepthwise)
        {
            DepthwiseInputGradient(g, dy, w, dx);
            return;
        }
        if (IsProduct(g))
        {
            PixelProduct(g, g.InChannels, g.OutChannels, transposeWeights: false, dy, w, dx);
            return;
        }
        var blocks = new ChannelBlocks(g.InGroup, V.Count);
        int taps = g.KernelHeight * g.KernelWidth;
        using var packed = new Scratch<E>(pool, g.Groups * blocks.Padded * taps * g.OutGroup);
        using var zeros = new Scratch<E>(pool, g.Groups * blocks.Padded);
        using var offsets = new Scratch<int>(pool, taps);
        zeros.Span.Clear();
        CorrelationPhase<E>* phases = stackalloc CorrelationPhase<E>[g.StrideHeight * g.StrideWidth];
        var plan = new InputGradientPlan(g);
        int count = plan.Phases<E, V>(blocks, w, packed.Pointer, offsets.Pointer, phases);
        Correlate(g.Height * g.Width, new CorrelationJob<E, V>
        {
            Phases = phases,
            PhaseCount = count,
            Images = new PaddedImages<E>(g.OutHeight, g.OutWidth, g.OutChannels, plan.Rows.Before, plan.Columns.Before, plan.Rows.Padded, plan.Columns.Padded),
            ImageCount = g.Batch,
            ImagesInPart = ImagesInPart(g.Height * g.Width),
            InputLength = g.OutHeight * g.OutWidth * g.OutChannels,
            InChannels = g.OutChannels,
            InputStep = (1, 1),
            OutputStep = (g.StrideHeight, g.StrideWidth),
            OutHeight = g.Height,
            OutWidth = g.Width,
            OutChannels = g.InChannels,
            Groups = g.Groups,
            InGroup = g.OutGroup,
            OutGroup = g.InGroup,
            Input = dy,
            Bias = zeros.Pointer,
            Output = dx,
        });
    }

    /// <summary>Whether each output pixel depends on the input pixel in its place alone: a product of pixels and weights.</summary>
    private static bool IsProduct(in Conv2dGeometry g) =>
        g is { KernelHeight: 1, KernelWidth: 1, StrideHeight: 1, StrideWidth: 1, PadHeight: 0, PadWidth: 0, Groups: 1, Batch: > 0 };

    /// <summary>Each pixel's channels times the weights (O, C), or times their transpose.</summary>
    private void PixelProduct(in Conv2dGeometry g, int channelsTo, int channelsFrom, bool transposeWeights, E* from, E* w, E* to) => MatMul(
        new(Batch: 1, g.Batch * g.Height * g.Width, channelsTo, channelsFrom, TransposeA: false, transposeWeights, BatchStrideA: 0, BatchStrideB: 0), from, w, to);

    private void Correlate(int outPixels, in CorrelationJob<E, V> job)
    {
        using var offsets = new Scratch<int>(pool, 2 * outPixels);
        job.PlanOffsets(offsets.Pointer);
        workers.Run(Parts(job.ImageCount, job.ImagesInPart), job);
    }

    /// <summary>(group, channels of a group with the fill of its last block).</summary>
    private static void PadBias(in Conv2dGeometry g, ChannelBlocks blocks, E* bias, Span<E> padded)
    {
        padded.Clear();
        if (bias == null) return;
        for (int group = 0; group < g.Groups; group++)
            new ReadOnlySpan<E>(bias + group * g.OutGroup, g.OutGroup).CopyTo(padded[(group * blocks.Padded)..]);
    }

    private static PaddedImages<E> ForwardImages(in Conv2dGeometry g) => new(
        g.Height, g.Width, g.InChannels, g.PadHeight, g.PadWidth, g.Height + 2 * g.PadHeight, g.Width + 2 * g.PadWidth);

    private static int ImagesInPart(int pixels) => Math.Max(1, WantedPixelsInPart / Math.Max(pixels, 1));
}
