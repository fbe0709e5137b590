using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>y (N, OH, OW, O) = conv(x (N, H, W, C), w (O, KH, KW, C / groups)), with any stride, padding, dilation and number of groups.</summary>
internal sealed unsafe class ConvolutionProblem : CpuProblem
{
    // Winograd's transforms add up numbers several times as large as the results of their tile.
    private const double WinogradFactor = 2;

    private readonly DeviceBuffer x, w, y;

    public ConvolutionProblem(CpuBackend engine, Conv2dGeometry geometry) : base(engine)
    {
        G = geometry;
        (x, w, y) = (Normal(G.InputShape.Size), Normal(G.WeightShape.Size), Empty(G.OutputShape.Size));
    }

    /// <summary>The shapes.</summary>
    public Conv2dGeometry G { get; }

    /// <summary>Terms of a result: KH * KW * C / groups.</summary>
    public int Depth => G.KernelHeight * G.KernelWidth * G.InGroup;

    /// <summary>Output pixels of all images.</summary>
    public int Pixels => G.Batch * G.OutHeight * G.OutWidth;

    public float* X => At(x);

    public float* W => At(w);

    public float* Y => At(y);

    public override string Shape =>
        $"x {G.InputShape}, w {G.WeightShape}, stride {G.StrideHeight}x{G.StrideWidth}, padding {G.PadHeight}x{G.PadWidth}, dilation {G.DilationHeight}x{G.DilationWidth}, {G.Groups} groups";

    protected override double Roundings => WinogradFactor * SumRoundings(Depth);

    /// <summary>The engine's own kernel, on some of its threads.</summary>
    public void Convolve(CpuBackend on) => on.Conv2d(G, x, w, null, y);

    /// <summary>
    /// The inputs of one group under the kernel for an output pixel, in the order of the weights: (KH, KW, C / groups), zeros where a tap lies in the padding.
    /// </summary>
    public void GatherPatch(int pixel, int group, float* patch)
    {
        (int image, int place) = Math.DivRem(pixel, G.OutHeight * G.OutWidth);
        (int row, int column) = Math.DivRem(place, G.OutWidth);
        int channels = G.InGroup;
        for (int kh = 0; kh < G.KernelHeight; kh++)
            for (int kw = 0; kw < G.KernelWidth; kw++, patch += channels)
            {
                int h = row * G.StrideHeight + kh * G.DilationHeight - G.PadHeight, w = column * G.StrideWidth + kw * G.DilationWidth - G.PadWidth;
                var target = new Span<float>(patch, channels);
                if ((uint)h >= (uint)G.Height || (uint)w >= (uint)G.Width) target.Clear();
                else new ReadOnlySpan<float>(X + ((image * G.Height + h) * G.Width + w) * G.InChannels + group * channels, channels).CopyTo(target);
            }
    }

    public override void Restore() => Spoil(y);

    public override float[] Results() => Read(y);

    protected override double[] Expected() => Specify(Read(x), Read(w));

    protected override double[] Magnitudes(double[] expected)
    {
        double[] sums = Specify(Absolute(Read(x)), Absolute(Read(w)));
        Array.Fill(sums, sums.DefaultIfEmpty().Max());
        return sums;
    }

    private double[] Specify(float[] input, float[] weights) =>
        Specify(G.OutputShape.Size, (reference, operand, results) => reference.Conv2d(G, operand(input), operand(weights), null, results));
}
