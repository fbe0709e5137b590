namespace Catapult.Kernels;

/// <summary>The phases of a convolution's input gradient.</summary>
internal readonly struct InputGradientPlan(Conv2dGeometry geometry)
{
    public readonly GradientAxis Rows = new(geometry.Height, geometry.OutHeight, geometry.KernelHeight, geometry.StrideHeight, geometry.PadHeight);
    public readonly GradientAxis Columns = new(geometry.Width, geometry.OutWidth, geometry.KernelWidth, geometry.StrideWidth, geometry.PadWidth);
    private readonly Conv2dGeometry g = geometry;

    /// <summary>Packs the weights of every phase and describes it; returns how many phases have pixels.</summary>
    public unsafe int Phases<E>(ChannelBlocks blocks, E* weights, E* packed, CorrelationPhase<E>* phases) where E : unmanaged
    {
        int count = 0;
        for (int rh = 0; rh < g.StrideHeight; rh++)
        {
            for (int rw = 0; rw < g.StrideWidth; rw++)
            {
                if (Rows.Count(rh) == 0 || Columns.Count(rw) == 0) continue;
                (int Height, int Width) taps = (Rows.Taps(rh), Columns.Taps(rw));
                phases[count++] = new CorrelationPhase<E>
                {
                    Weights = packed,
                    KernelHeight = taps.Height,
                    KernelWidth = taps.Width,
                    GridHeight = Rows.Count(rh),
                    GridWidth = Columns.Count(rw),
                    ShiftHeight = Rows.Shift(rh),
                    ShiftWidth = Columns.Shift(rw),
                    OriginHeight = Rows.Origin(rh),
                    OriginWidth = Columns.Origin(rw),
                };
                ConvolutionPacking<E>.InputGradient(g, blocks, (rh, rw), taps, weights, packed);
                packed += (nint)blocks.Padded * taps.Height * taps.Width * g.OutChannels;
            }
        }
        return count;
    }
}
