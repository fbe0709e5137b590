namespace Catapult.Kernels;

/// <summary>The phases of a convolution's input gradient.</summary>
internal readonly struct InputGradientPlan(Conv2dGeometry geometry)
{
    public readonly GradientAxis Rows = new(
        geometry.Height, geometry.OutHeight, geometry.KernelHeight, geometry.StrideHeight, geometry.PadHeight, geometry.DilationHeight);

    public readonly GradientAxis Columns = new(
        geometry.Width, geometry.OutWidth, geometry.KernelWidth, geometry.StrideWidth, geometry.PadWidth, geometry.DilationWidth);

    private readonly Conv2dGeometry g = geometry;

    /// <summary>
    /// Packs the weights of every phase and describes it; returns how many phases have pixels. <paramref name="offsets"/> has room for an integer
    /// a tap, as each tap belongs to one phase.
    /// </summary>
    public unsafe int Phases<E, V>(ChannelBlocks blocks, E* weights, E* packed, int* offsets, CorrelationPhase<E>* phases)
        where E : unmanaged where V : struct, IVectorLane<V, E>
    {
        int* list = stackalloc int[g.KernelHeight * g.KernelWidth];
        int count = 0;
        for (int rh = 0; rh < g.StrideHeight; rh++)
        {
            for (int rw = 0; rw < g.StrideWidth; rw++)
            {
                if (Rows.Count(rh) == 0 || Columns.Count(rw) == 0) continue;
                var taps = new ReadOnlySpan<int>(list, ListTaps(rh, rw, list));
                int inRun = TapRuns.Touch(g) ? Math.Max(1, TapsInRow(rw)) : 1, runs = taps.Length / inRun;
                for (int i = 0; i < runs; i++) offsets[i] = Offset(taps[i * inRun]);
                phases[count++] = new CorrelationPhase<E>
                {
                    Weights = packed,
                    Runs = runs,
                    RunLength = inRun * g.OutGroup,
                    RunOffsets = offsets,
                    GridHeight = Rows.Count(rh),
                    GridWidth = Columns.Count(rw),
                    ShiftHeight = Rows.Start(rh),
                    ShiftWidth = Columns.Start(rw),
                    OriginHeight = Rows.Origin(rh),
                    OriginWidth = Columns.Origin(rw),
                };
                ConvolutionPacking<E, V>.InputGradient(g, blocks, taps, weights, packed);
                packed += (nint)g.Groups * blocks.Padded * taps.Length * g.OutGroup;
                offsets += runs;
            }
        }
        return count;
    }

    /// <summary>The taps kh * KW + kw of a phase, those that take from farthest back first, which is the order of memory.</summary>
    private unsafe int ListTaps(int rowPhase, int columnPhase, int* taps)
    {
        int count = 0;
        for (int tap = g.KernelHeight * g.KernelWidth - 1; tap >= 0; tap--)
            if (Rows.Phase(tap / g.KernelWidth) == rowPhase && Columns.Phase(tap % g.KernelWidth) == columnPhase) taps[count++] = tap;
        return count;
    }

    private int TapsInRow(int phase)
    {
        int count = 0;
        for (int kw = 0; kw < g.KernelWidth; kw++)
            if (Columns.Phase(kw) == phase) count++;
        return count;
    }

    private int Offset(int tap) => -(Rows.Distance(tap / g.KernelWidth) * Columns.Padded + Columns.Distance(tap % g.KernelWidth)) * g.OutChannels;
}
