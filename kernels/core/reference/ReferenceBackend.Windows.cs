namespace Catapult.Kernels;

public sealed partial class ReferenceBackend
{
    /// <summary>
    /// Every pixel (n, h, w) that the window of every output pixel (n, oh, ow) covers, and where in the window (kh, kw) it lies.
    /// Padding is left out.
    /// </summary>
    private static IEnumerable<(int N, int H, int W, int Oh, int Ow, int Kh, int Kw)> WindowPlaces(
        int batch, (int H, int W) image, (int H, int W) output, (int H, int W) kernel, (int H, int W) stride, (int H, int W) pad,
        (int H, int W) dilation)
    {
        for (int n = 0; n < batch; n++)
            for (int oh = 0; oh < output.H; oh++)
                for (int ow = 0; ow < output.W; ow++)
                    for (int kh = 0; kh < kernel.H; kh++)
                        for (int kw = 0; kw < kernel.W; kw++)
                        {
                            int h = oh * stride.H + kh * dilation.H - pad.H, w = ow * stride.W + kw * dilation.W - pad.W;
                            if (h >= 0 && h < image.H && w >= 0 && w < image.W) yield return (n, h, w, oh, ow, kh, kw);
                        }
    }
}
